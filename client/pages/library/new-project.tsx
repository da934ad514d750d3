import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../platform/server.ts';
import { useOneAtATime } from '../../ui/use-one-at-a-time.ts';
import styles from './new-project.module.css';
import { refreshLibrary } from './refresh.ts';
import { isNameOfAnother } from './shelf.ts';

export interface NewProjectProps {
  /** Hears the id of the project once it is there. */
  readonly onCreated: (id: string) => void;
  readonly onCancel?: () => void;
}

/** Asks for a name and makes a project; says so while another has that name, which is allowed. */
export function NewProject({ onCreated, onCancel }: NewProjectProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const projects = useQuery(queries.project.list.queryOptions({}));
  const create = useMutation(queries.project.create.mutationOptions());

  const add = useOneAtATime(async () => {
    const { id } = await create.mutateAsync({ name: name.trim() });
    await refreshLibrary();
    onCreated(id);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    return add();
  };

  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && onCancel?.()}>
      <input
        className={styles.name}
        dir={name === '' ? undefined : 'auto'}
        maxLength={200}
        aria-label={t('library.project.name')}
        placeholder={t('library.project.name')}
        value={name}
        // biome-ignore lint/a11y/noAutofocus: the form opens because somebody asked for it
        autoFocus
        onChange={({ target }) => setName(target.value)}
      />
      <output className={styles.twin} aria-live="polite">
        {isNameOfAnother(projects.data ?? [], name) && t('library.project.twin')}
      </output>
      {onCancel && (
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      )}
      <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
        {t('library.project.add')}
      </Button>
    </form>
  );
}

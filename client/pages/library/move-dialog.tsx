import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../platform/server.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { noticeUndo } from '../../ui/notices.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { refreshLibrary } from './refresh.ts';
import { type Document, isNameOfAnother, type Project } from './shelf.ts';

interface MoveDialogProps {
  readonly document: Pick<Document, 'id' | 'title'>;
  /** Where it is now. */
  readonly project: Project;
  readonly onClose: () => void;
}

/** What is chosen where the project is to be made; no id is that. */
const NEW = 'new';

/** Asks for the project that a document goes to: one that is there, or a new one. */
export function MoveDialog({ document: { id, title }, project, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const { data: projects, error } = useQuery(queries.project.list.queryOptions({}));
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  const create = useMutation(queries.project.create.mutationOptions());
  const move = useMutation(queries.document.move.mutationOptions({ onSuccess: refreshLibrary }));
  const others = projects?.filter((each) => each.id !== project.id) ?? [];
  const isAlone = projects !== undefined && others.length === 0;
  const isNew = isAlone || chosen === NEW;
  const isReady = isNew ? name.trim() !== '' : chosen !== '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const to = isNew ? await create.mutateAsync({ name: name.trim() }) : { id: chosen };
    if (isNew) await refreshLibrary();
    setChosen(to.id);
    await move.mutateAsync({ id, project: to.id });
    onClose();
    const called = isNew ? name.trim() : (others.find((each) => each.id === chosen)?.name ?? '');
    noticeUndo(t('library.move.done', { name: title, project: called }), () =>
      move.mutate({ id, project: project.id }),
    );
  };
  const trouble = error ?? create.error ?? move.error;
  return (
    <Dialog title={t('library.move.title', { name: title })} width={460} onClose={onClose}>
      <form onSubmit={(event) => void submit(event).catch(() => undefined)}>
        {isAlone && <p>{t('library.move.none')}</p>}
        {others.length > 0 && (
          <NativeSelect
            data-autofocus
            label={t('library.move.where')}
            description={isNew ? null : t('library.move.hint')}
            data={[
              { value: '', label: t('library.move.choose'), disabled: true },
              ...others.map((each) => ({ value: each.id, label: each.name })),
              { value: NEW, label: t('library.project.create') },
            ]}
            value={chosen}
            onChange={({ target }) => setChosen(target.value)}
          />
        )}
        {isNew && (
          <TextInput
            {...(isAlone && { 'data-autofocus': true })}
            mt="sm"
            dir={name === '' ? undefined : 'auto'}
            maxLength={200}
            label={t('library.project.name')}
            description={t(isNameOfAnother(projects ?? [], name) ? 'library.project.twin' : 'library.move.hint')}
            inputWrapperOrder={['label', 'input', 'description']}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        )}
        {trouble && <Trouble error={trouble} />}
        <Group justify="flex-end" mt="md" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={create.isPending || move.isPending}>
            {t(isNew ? 'library.move.submitNew' : 'library.move.submit')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

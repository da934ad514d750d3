import { Button, Group, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../platform/server.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { noticeUndo } from '../../ui/notices.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { refreshLibrary } from './refresh.ts';
import type { Document, Project } from './shelf.ts';

interface MoveDialogProps {
  readonly document: Pick<Document, 'id' | 'title'>;
  /** Where it is now. */
  readonly project: Project;
  readonly onClose: () => void;
}

/** Asks for the project that a document goes to. */
export function MoveDialog({ document: { id, title }, project, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const { data: projects = [] } = useQuery(queries.project.list.queryOptions({}));
  const [chosen, setChosen] = useState('');
  const move = useMutation(queries.document.move.mutationOptions({ onSuccess: refreshLibrary }));
  const others = projects.filter((each) => each.id !== project.id);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (chosen === '') return;
    await move.mutateAsync({ id, project: chosen });
    onClose();
    const name = others.find((each) => each.id === chosen)?.name ?? '';
    noticeUndo(t('library.move.done', { name: title, project: name }), () => move.mutate({ id, project: project.id }));
  };
  return (
    <Dialog title={t('library.move.title', { name: title })} width={460} onClose={onClose}>
      <form onSubmit={submit}>
        {others.length === 0 ? (
          <p role="status">{t('library.move.none')}</p>
        ) : (
          <NativeSelect
            data-autofocus
            label={t('library.move.where')}
            description={t('library.move.hint')}
            data={[
              { value: '', label: t('library.move.choose'), disabled: true },
              ...others.map((each) => ({ value: each.id, label: each.name })),
            ]}
            value={chosen}
            onChange={({ target }) => setChosen(target.value)}
          />
        )}
        {move.error && <Trouble error={move.error} />}
        <Group justify="flex-end" mt="md" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" disabled={chosen === ''} loading={move.isPending}>
            {t('library.move.submit')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

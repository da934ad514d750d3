import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries, server } from '../../platform/server.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { notice } from '../../ui/notices.tsx';
import { Trouble } from '../../ui/trouble.tsx';

interface SaveVersionProps {
  readonly document: string;
  readonly timeline: Timeline;
  readonly onClose: () => void;
}

class Unreachable extends Error {}

/** Asks for a name, and names the version that is on the screen, once the server has all of it. */
export function SaveVersion({ document, timeline, onClose }: SaveVersionProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: async (name: string) => {
      if ((await timeline.settle()) !== 'saved') throw new Unreachable();
      return server.version.name.mutate({ document, ...timeline.standing(), name });
    },
    onSuccess: (_, name) => {
      void client.invalidateQueries({ queryKey: queries.version.list.queryKey({ document }) });
      notice(t('history.saved', { name }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') save.mutate(name.trim());
  };
  return (
    <Dialog title={t('history.save')} width={420} onClose={onClose}>
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          label={t('history.name')}
          description={t('history.saveHint')}
          placeholder={t('history.namePlaceholder')}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={save.error instanceof Unreachable && t('history.saveOffline')}
        />
        {save.error && !(save.error instanceof Unreachable) && <Trouble error={save.error} />}
        <Group justify="flex-end" mt="md" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
            {t('history.save')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

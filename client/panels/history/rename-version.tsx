import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../platform/server.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Trouble } from '../../ui/trouble.tsx';

interface RenameVersionProps {
  readonly document: string;
  readonly version: number;
  readonly name: string;
  readonly onClose: () => void;
}

/** Asks for another name for a named version. */
export function RenameVersion({ document, version, name, onClose }: RenameVersionProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [typed, setTyped] = useState(name);
  const rename = useMutation(
    queries.version.rename.mutationOptions({
      onSuccess: () => {
        void client.invalidateQueries({ queryKey: queries.version.list.queryKey({ document }) });
        onClose();
      },
    }),
  );
  const to = typed.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (to === name) onClose();
    else if (to !== '') rename.mutate({ document, version, name, to });
  };
  return (
    <Dialog title={t('history.rename')} width={420} onClose={onClose}>
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          dir="auto"
          label={t('history.name')}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {rename.error && <Trouble error={rename.error} />}
        <Group justify="flex-end" mt="md" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" disabled={to === ''} loading={rename.isPending}>
            {t('history.rename')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

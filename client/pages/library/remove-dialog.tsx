import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldKey } from '../../../shared/language/characters/fold.ts';
import { queries } from '../../platform/server.ts';
import { focusContent } from '../../ui/content.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { notice } from '../../ui/notices.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { refreshLibrary } from './refresh.ts';

interface RemoveDialogProps {
  readonly document: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** Asks for the name of an archived document before it is deleted for good: nothing can take that back. */
export function RemoveDialog({ document: { id, name }, onClose }: RemoveDialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const remove = useMutation(queries.document.remove.mutationOptions());
  const isNamed = nameKey(typed) === nameKey(name);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isNamed) return;
    const removal = await remove.mutateAsync({ id, title: name });
    await refreshLibrary();
    onClose();
    focusContent();
    notice(t(removal.ok ? 'library.remove.done' : `library.remove.${removal.reason}`, { name }));
  };
  return (
    <Dialog title={t('library.remove.title', { name })} width={480} onClose={onClose}>
      <Stack component="form" gap="md" onSubmit={submit}>
        <p>{t('library.remove.text')}</p>
        <TextInput
          data-autofocus
          dir="auto"
          label={t('library.remove.type', { name })}
          autoComplete="off"
          maxLength={2000}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {remove.error && <Trouble error={remove.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" color="red" disabled={!isNamed} loading={remove.isPending}>
            {t('library.remove.submit')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** The letters of a name: no keyboard writes every ZWNJ and kaf as somebody else's did. */
function nameKey(name: string): string {
  return foldKey(name.trim(), 'fold');
}

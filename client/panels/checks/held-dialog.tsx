import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { Isolated } from '../../ui/isolated.tsx';

/** So many are told. */
const MOST = 8;

interface HeldDialogProps {
  /** What speaks against confirming, in words. */
  readonly told: readonly { readonly id: string; readonly message: string }[];
  readonly onClose: () => void;
  /** Confirms all the same. */
  readonly onGo: () => void;
}

/** Says why a segment is not confirmed yet, and leaves the way through. */
export function HeldDialog({ told, onClose, onGo }: HeldDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('textChecks.held.title')} width={480} onClose={onClose}>
      <p>{t('textChecks.held.text', { count: told.length })}</p>
      <ul>
        {told.slice(0, MOST).map(({ id, message }) => (
          <li key={id}>
            <Isolated text={message} />
          </li>
        ))}
        {told.length > MOST && <li>…</li>}
      </ul>
      <Group justify="flex-end" mt="md">
        <Button variant="subtle" color="gray" onClick={onGo}>
          {t('textChecks.held.go')}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {t('textChecks.held.back')}
        </Button>
      </Group>
    </Dialog>
  );
}

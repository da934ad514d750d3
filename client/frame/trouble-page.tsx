import { useTranslation } from 'react-i18next';
import { Trouble } from '../ui/trouble.tsx';
import { Frame } from './frame.tsx';

/** A page that broke. */
export function TroublePage({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { t } = useTranslation();
  return (
    <Frame title={t('app.trouble.other')}>
      <Trouble error={error} retry={reset} />
    </Frame>
  );
}

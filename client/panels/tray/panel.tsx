import { Button, CopyButton, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Recovered } from '../../timeline/shelves.ts';
import styles from './panel.module.css';

interface TrayPanelProps {
  readonly items: readonly Recovered[];
  /** Puts the text where the caret is; false when there is no caret. */
  readonly onInsert: (text: string) => void;
  readonly onDismiss: (id: string) => void;
}

/** The recovery tray: what could not be kept where it was typed, until the person has taken or dismissed it. */
export function TrayPanel({ items, onInsert, onDismiss }: TrayPanelProps) {
  const { t } = useTranslation();
  if (items.length === 0) return <p className={styles.explain}>{t('workbench.tray.empty')}</p>;
  return (
    <>
      <p className={styles.explain}>{t('workbench.tray.explain')}</p>
      <ul className={styles.items}>
        {items.map(({ id, text, reason }) => (
          <li key={id}>
            <p lang="en" dir="ltr" className={styles.text}>
              {text}
            </p>
            <p className={styles.reason}>{t(`workbench.tray.${reason}`)}</p>
            <Group gap={6}>
              <CopyButton value={text}>
                {({ copied, copy }) => (
                  <Button size="compact-xs" variant="light" onClick={copy}>
                    {copied ? t('workbench.tray.copied') : t('workbench.tray.copy')}
                  </Button>
                )}
              </CopyButton>
              <Button size="compact-xs" variant="light" onClick={() => onInsert(text)}>
                {t('workbench.tray.insert')}
              </Button>
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onDismiss(id)}>
                {t('workbench.tray.dismiss')}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </>
  );
}

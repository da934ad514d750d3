import { Tooltip, UnstyledButton } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './company.module.css';
import type { ShownCompanion } from './use-companions.ts';

/** So many stand side by side; of more, the number is told. */
const SHOWN = 4;

/** Who else has the document open, each in the colour of their caret; a press goes to it. */
export function Company({ people }: { readonly people: readonly ShownCompanion[] }) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  const more = people.length - SHOWN;
  return (
    <ul className={styles.company} aria-label={t('workbench.company.label')}>
      {people.slice(0, SHOWN).map(({ client, name, hue, go }) => (
        <li key={client}>
          <Tooltip label={t('workbench.company.go', { name })}>
            <UnstyledButton
              className={styles.person ?? ''}
              style={{ '--hue': `var(--label-${hue})` } as CSSProperties}
              aria-label={t('workbench.company.go', { name })}
              disabled={go === null}
              onClick={() => go?.()}
            >
              <bdi>{[...name][0]?.toLocaleUpperCase()}</bdi>
            </UnstyledButton>
          </Tooltip>
        </li>
      ))}
      {more > 0 && <li className={styles.more}>{t('workbench.company.more', { count: more })}</li>}
    </ul>
  );
}

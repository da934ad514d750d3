import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Span } from '../../../shared/core/span.ts';
import type { Editor } from '../../editor/editor.ts';
import { queries } from '../../platform/server.ts';
import { insertPart } from './insert.ts';
import styles from './panel.module.css';

interface FragmentsProps {
  readonly editor: Editor;
  readonly project: string;
  readonly text: string;
}

/** Words stay what they mean for a while, in milliseconds. */
const FRESH = 60_000;

/** Where no unit is like the Persian: its longest pieces that the memories hold, with the English where links show it; a click writes
 *  that at the caret. */
export function Fragments({ editor, project, text }: FragmentsProps) {
  const { t } = useTranslation();
  const { data } = useQuery(queries.memory.fragments.queryOptions({ project, text }, { staleTime: FRESH }));
  if (!data || data.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{t('matches.fragments.title')}</h3>
      <ul className={styles.matches}>
        {data.map(({ at, within, source, target, english }) => (
          <li key={at.from} className={styles.match}>
            <p lang="fa" dir="rtl" className={styles.persian}>
              <Lit text={source} span={within} />
            </p>
            <p lang="en" dir="ltr" className={styles.english}>
              <Lit text={target} span={english} />
            </p>
            {english && (
              <UnstyledButton
                className={styles.insert ?? ''}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => insertPart(editor, target.slice(english.from, english.to))}
              >
                {t('matches.fragments.insert', { english: target.slice(english.from, english.to) })}
              </UnstyledButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lit({ text, span }: { readonly text: string; readonly span: Span | null }) {
  if (span === null) return text;
  return (
    <>
      {text.slice(0, span.from)}
      <mark className={styles.replaced}>{text.slice(span.from, span.to)}</mark>
      {text.slice(span.to)}
    </>
  );
}

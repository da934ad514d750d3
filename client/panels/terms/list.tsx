import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { wantedEnglish } from '../../../shared/terms/term.ts';
import type { Editor } from '../../editor/editor.ts';
import { KeyCap } from '../../keys/key-cap.tsx';
import { insertTerm, useTermsHere } from './here.ts';
import { termCommands } from './keys.tsx';
import styles from './terms.module.css';
import { TermTold } from './told.tsx';

interface TermListProps {
  readonly editor: Editor;
  readonly project: string;
  readonly source: string;
}

/** The terms of the active segment, the longest first. A press writes the English at the caret. */
export function TermList({ editor, project, source }: TermListProps) {
  const { t } = useTranslation();
  const { terms } = useTermsHere(editor, project, source);
  return (
    <section className={styles.terms} aria-label={t('terms.title')}>
      {terms.length > 0 && <h2 className={styles.heading}>{t('terms.here')}</h2>}
      <ul className={styles.list}>
        {terms.map((term, at) => {
          const command = termCommands[at];
          return (
            <li key={term.id} className={styles.term}>
              <span className={styles.key}>{command && <KeyCap command={command} />}</span>
              <UnstyledButton
                className={styles.texts ?? ''}
                disabled={wantedEnglish(term) === null}
                title={t('terms.insert')}
                onMouseDown={(event) => event.preventDefault()}
                // The second press of a double click writes nothing more.
                onClick={({ detail }) => detail < 2 && insertTerm(editor, term)}
              >
                <span lang="fa" dir="rtl">
                  {term.fa}
                </span>
                <TermTold term={term} />
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
      <p className={styles.end}>
        <Link to="/projects/$project/terms" params={{ project }}>
          {t('terms.all')}
        </Link>
      </p>
    </section>
  );
}

import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { wantedEnglish } from '../../../shared/terms/term.ts';
import type { ListedTerm } from '../../panels/terms/glossary.ts';
import { Highlighted } from '../../ui/highlighted.tsx';
import list from '../../ui/record-list.module.css';
import styles from './glossary.module.css';

interface TermRowProps {
  readonly term: ListedTerm;
  readonly query: string;
}

/** A term in the list: its Persian and its wanted English on either side of the spine, its domain, and how much English it has else. */
export const TermRow = memo(function TermRow({ term, query }: TermRowProps) {
  const { t } = useTranslation();
  const { fa, en, domain } = term;
  const wanted = wantedEnglish(term);
  return (
    <>
      <span className={list.start}>
        <bdi className={styles.domain} title={domain}>
          {domain}
        </bdi>
      </span>
      <span lang="fa" dir="rtl" className={list.persian}>
        <Highlighted text={fa} query={query} />
      </span>
      <span className={list.node} data-whole={wanted !== null} />
      <span lang="en" dir="ltr" className={list.english} data-forbidden={wanted === null || undefined}>
        <Highlighted text={wanted ?? en[0]?.text ?? ''} query={query} />
      </span>
      {en.length > 1 && (
        <span className={list.end} title={en.map(({ text, use }) => `${text} (${t(`terms.use.${use}`)})`).join('\n')}>
          {t('terms.more', { count: en.length - 1 })}
        </span>
      )}
    </>
  );
});

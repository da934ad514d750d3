import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldKey } from '../../../shared/language/characters/fold.ts';
import { useCommands } from '../../keys/use-commands.ts';
import { queries } from '../../platform/server.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import styles from './open-links.module.css';
import { Partners } from './partners.tsx';
import { WordList } from './word-list.tsx';

interface Wanted {
  readonly document: string | undefined;
  /** Key of the word whose partners are shown. */
  readonly word: string | null;
}

interface OpenLinksProps extends Wanted {
  readonly project: string;
  readonly onWant: (wanted: Wanted) => void;
}

/** The linked Persian words, and beside them the English partners of one, each with its places. */
export function OpenLinks({ project, document, word, onWant }: OpenLinksProps) {
  const { t } = useTranslation();
  const scope = { project, ...(document !== undefined && { document }) };
  const found = useQuery(queries.link.list.queryOptions(scope, { refetchOnMount: 'always' }));
  const documents = useQuery(queries.document.list.queryOptions({ project }));
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const list = useId();
  useCommands({ 'find.open': () => search.current?.select() });
  const words = found.data?.words;
  const shown = useMemo(() => {
    const key = foldKey(query.trim(), 'search');
    if (key === '') return words ?? [];
    return (words ?? []).filter(
      (one) => one.key.includes(key) || one.partners.some((partner) => partner.key.includes(key)),
    );
  }, [words, query]);
  const chosen = words?.find(({ key }) => key === word);
  const toList = () => window.document.getElementById(list)?.focus();

  if (found.error) return <Trouble error={found.error} retry={() => void found.refetch()} />;
  return (
    <div className={styles.page}>
      <div className={styles.listing}>
        <div className={styles.filters}>
          <SearchField
            ref={search}
            query={query}
            label={t('links.page.search')}
            onQuery={setQuery}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              const [top] = shown;
              if (top && !chosen) onWant({ document, word: top.key });
              toList();
            }}
          />
          <Select
            size="xs"
            aria-label={t('links.page.scope')}
            value={document ?? ''}
            allowDeselect={false}
            onChange={(value) => onWant({ document: value || undefined, word })}
            data={[
              { value: '', label: t('links.page.whole') },
              ...(documents.data ?? []).map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          <output className={styles.counted} aria-live="polite">
            {words && t('links.page.wordCount', { count: shown.length })}
            {found.data && found.data.stale > 0 && <small>{t('links.page.stale', { count: found.data.stale })}</small>}
          </output>
        </div>
        {words && words.length > 0 && shown.length === 0 && <p className={styles.none}>{t('links.page.noMatch')}</p>}
        {shown.length > 0 && (
          <WordList id={list} words={shown} chosen={word} onChoose={(key) => onWant({ document, word: key })} />
        )}
      </div>
      <section className={styles.beside} aria-label={chosen?.fa ?? t('links.page.words')}>
        {chosen && <Partners key={`${chosen.key} ${document}`} scope={scope} word={chosen} />}
        {words && !chosen && (
          <div className={styles.empty}>
            <h2>{t(words.length === 0 ? 'links.page.empty.title' : 'links.page.choose.title')}</h2>
            <p>{t(words.length === 0 ? 'links.page.empty.text' : 'links.page.choose.text')}</p>
          </div>
        )}
      </section>
    </div>
  );
}

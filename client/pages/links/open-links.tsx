import { SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldKey } from '../../../shared/language/characters/fold.ts';
import { useCommands } from '../../keys/use-commands.ts';
import { queries } from '../../platform/server.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { ChangeResult } from './change-result.tsx';
import styles from './open-links.module.css';
import { Partners } from './partners.tsx';
import { useLinkChange } from './use-link-change.ts';
import { WordList } from './word-list.tsx';

interface Wanted {
  readonly document: string | undefined;
  /** Key of the word whose partners are shown. */
  readonly word: string | null;
  readonly suggested: boolean;
}

interface OpenLinksProps extends Wanted {
  readonly project: string;
  readonly onWant: (wanted: Wanted) => void;
}

/** The linked Persian words, and beside them the English partners of one, each with its places. */
export function OpenLinks({ project, document, word, suggested, onWant }: OpenLinksProps) {
  const { t } = useTranslation();
  const scope = { project, suggested, ...(document !== undefined && { document }) };
  const found = useQuery(queries.link.list.queryOptions(scope, { refetchOnMount: 'always' }));
  const documents = useQuery(queries.document.list.queryOptions({ project }));
  const change = useLinkChange(scope);
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
  const empty = words?.length !== 0 ? 'choose' : suggested ? 'emptySuggested' : 'empty';
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
              if (top && !chosen) onWant({ document, suggested, word: top.key });
              toList();
            }}
          />
          <Select
            size="xs"
            aria-label={t('links.page.scope')}
            value={document ?? ''}
            allowDeselect={false}
            onChange={(value) => onWant({ document: value || undefined, suggested, word })}
            data={[
              { value: '', label: t('links.page.whole') },
              ...(documents.data ?? []).map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('links.page.which')}
            value={suggested ? 'suggested' : 'made'}
            onChange={(value) => onWant({ document, word: null, suggested: value === 'suggested' })}
            data={[
              { value: 'made', label: t('links.page.made') },
              { value: 'suggested', label: t('links.page.suggested') },
            ]}
          />
          <output className={styles.counted} aria-live="polite">
            {words && t('links.page.wordCount', { count: shown.length })}
            {found.data && found.data.stale > 0 && <small>{t('links.page.stale', { count: found.data.stale })}</small>}
          </output>
        </div>
        {words && words.length > 0 && shown.length === 0 && <p className={styles.none}>{t('links.page.noMatch')}</p>}
        {shown.length > 0 && (
          <WordList
            id={list}
            words={shown}
            chosen={word}
            onChoose={(key) => onWant({ document, suggested, word: key })}
          />
        )}
      </div>
      <section className={styles.beside} aria-label={chosen?.fa ?? t('links.page.words')}>
        {change.done && <ChangeResult change={change} />}
        {chosen && (
          <Partners key={`${chosen.key} ${document} ${suggested}`} scope={scope} word={chosen} change={change} />
        )}
        {words && !chosen && (
          <div className={styles.empty}>
            <h2>{t(`links.page.${empty}.title`)}</h2>
            <p>{t(`links.page.${empty}.text`)}</p>
          </div>
        )}
      </section>
    </div>
  );
}

import { Button, NativeSelect } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../keys/use-commands.ts';
import type { ListedTerm } from '../../panels/terms/glossary.ts';
import { notice } from '../../ui/notices.tsx';
import { RecordList } from '../../ui/record-list.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import detail from '../registry/detail.module.css';
import filters from '../registry/filters.module.css';
import styles from '../registry/open-registry.module.css';
import { everything, listingOf, sorts } from './listing.ts';
import { NewTerm } from './new-term.tsx';
import { ProposedTerms } from './proposed-terms.tsx';
import { TermEditor } from './term-editor.tsx';
import { TermRow } from './term-row.tsx';
import { useTermWriting } from './writing.ts';

interface OpenGlossaryProps {
  readonly project: string;
  readonly terms: readonly ListedTerm[];
  /** Id of the term beside the list, `'new'` for one that is being made, `'proposed'` for those that are proposed, or `null`. */
  readonly shown: string | null;
  readonly onShow: (id: string | null) => void;
}

/** The list, and beside it one term. */
export function OpenGlossary({ project, terms, shown, onShow }: OpenGlossaryProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(everything);
  const { query, domain, sort } = useDeferredValue(wanted);
  const listing = useMemo(() => listingOf(terms, sort), [terms, sort]);
  const listed = useMemo(() => listing.find({ query, domain }), [listing, query, domain]);
  const list = useId();
  const search = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const writing = useTermWriting(project);
  const chosen = terms.find(({ id }) => id === shown);
  const toList = () => document.getElementById(list)?.focus();
  useCommands({ 'find.open': () => search.current?.select() });

  const remove = async ({ id, revision, fa }: ListedTerm) => {
    const at = listed.findIndex((term) => term.id === id);
    const answer = await writing.write([{ id, revision, record: null }]);
    if (!answer.ok) return notice(t('terms.removedMeanwhile', { name: fa }), 'terms');
    onShow((listed[at + 1] ?? listed[at - 1])?.id ?? null);
    toList();
    writing.offerBack(t('terms.removed', { name: fa }), answer.back);
  };

  const state = terms.length === 0 ? 'empty' : 'choose';
  return (
    <div className={styles.registry}>
      <div className={styles.listing}>
        <search className={filters.filters}>
          <SearchField
            ref={search}
            className={filters.search}
            label={t('terms.search')}
            query={wanted.query}
            onQuery={(next) => setWanted({ ...wanted, query: next })}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
              event.preventDefault();
              // What was typed before the key may not be shown yet.
              const found = (wanted.sort === sort ? listing : listingOf(terms, wanted.sort)).find(wanted);
              const [top] = found;
              if (top && !found.some(({ id }) => id === shown)) onShow(top.id);
              toList();
            }}
          />
          <NativeSelect
            size="xs"
            aria-label={t('terms.form.domain')}
            value={wanted.domain ?? ''}
            onChange={({ target }) => setWanted({ ...wanted, domain: target.value || null })}
            data={[{ value: '', label: t('terms.anyDomain') }, ...listing.domains]}
          />
          <NativeSelect
            size="xs"
            aria-label={t('registry.sort.by')}
            value={wanted.sort}
            onChange={({ target }) =>
              setWanted({ ...wanted, sort: sorts.find((known) => known === target.value) ?? wanted.sort })
            }
            data={sorts.map((known) => ({ value: known, label: t(`terms.sort.${known}`) }))}
          />
          <output className={filters.shown} aria-live="polite">
            {listed.length === terms.length
              ? t('terms.total', { count: terms.length })
              : t('registry.shown', { shown: listed.length, count: terms.length })}
          </output>
        </search>
        {terms.length > 0 && listed.length === 0 ? (
          <p className={styles.nothing}>{t('terms.noMatch')}</p>
        ) : (
          <RecordList
            id={list}
            label={t('terms.title')}
            records={listed}
            chosen={shown}
            onChoose={onShow}
            onOpen={() => first.current?.focus()}
            onKey={({ key }) => {
              if (key !== 'Delete' || !chosen) return false;
              void remove(chosen);
              return true;
            }}
            row={(term) => <TermRow term={term} query={query} />}
          />
        )}
      </div>
      <section className={styles.beside} aria-label={t('terms.beside')}>
        {shown === 'new' && (
          <div className={styles.making}>
            <h2 className={styles.heading}>{t('terms.create.title')}</h2>
            <NewTerm
              project={project}
              terms={terms}
              domains={listing.domains}
              onMade={(id) => {
                onShow(id);
                toList();
              }}
              onCancel={() => {
                onShow(null);
                toList();
              }}
            />
          </div>
        )}
        {shown === 'proposed' && (
          <ProposedTerms
            project={project}
            domains={listing.domains}
            onLeave={() => {
              onShow(null);
              toList();
            }}
          />
        )}
        {chosen && (
          <article key={chosen.id} className={detail.detail} aria-labelledby="term-title">
            <header className={detail.head}>
              <h2 id="term-title" className={detail.title}>
                <bdi>{chosen.fa}</bdi>
              </h2>
              <span className={detail.space} />
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                leftSection={<IconTrash size={15} stroke={1.75} />}
                aria-label={t('terms.removeOf', { name: chosen.fa })}
                onClick={() => void remove(chosen)}
              >
                {t('terms.remove')}
              </Button>
            </header>
            <TermEditor project={project} term={chosen} domains={listing.domains} first={first} onLeave={toList} />
          </article>
        )}
        {!chosen && shown !== 'new' && shown !== 'proposed' && (
          <div className={styles.empty}>
            <h2>{t(`terms.${state}.title`)}</h2>
            <p>{t(`terms.${state}.text`)}</p>
          </div>
        )}
      </section>
    </div>
  );
}

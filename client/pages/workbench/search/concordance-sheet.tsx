import { Anchor, Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Span } from '../../../../shared/core/span.ts';
import type { Editor } from '../../../editor/editor.ts';
import { insertPart } from '../../../panels/matches/insert.ts';
import { type Answers, queries } from '../../../platform/server.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Trouble } from '../../../ui/trouble.tsx';
import { FoundUnits } from './found-units.tsx';
import { LitSpans } from './lit-spans.tsx';
import { type Meaning, Options, queryOf, queryProblem } from './options.tsx';
import styles from './search.module.css';

/** What is sought when the concordance opens: what was selected on a side. */
export interface Sought {
  readonly fa: string;
  readonly en: string;
}

interface ConcordanceSheetProps {
  readonly editor: Editor;
  readonly project: string;
  readonly document: string;
  readonly first: Sought;
  readonly onGo: (index: number) => void;
  readonly onClose: () => void;
}

type Place = Extract<Answers['search']['concordance'], { ok: true }>['value']['places'][number];

const usual: Meaning = { kind: 'phrase', isInflected: true, isWhole: false, isCased: false, isEverywhere: true };

/** Finds words in both texts of the project, in any form, with what stands for them on the other side; goes there, or inserts it. */
export function ConcordanceSheet({ editor, project, document, first, onGo, onClose }: ConcordanceSheetProps) {
  const { t } = useTranslation();
  const [texts, setTexts] = useState({ either: '', ...first });
  const [meaning, setMeaning] = useState(usual);
  const asked = (from: typeof texts, how: Meaning) => {
    const [fa, en, either] = [queryOf(from.fa, how), queryOf(from.en, how), queryOf(from.either, how)];
    const isNone = fa === null && en === null && either === null;
    const scope = how.isEverywhere ? null : document;
    return isNone ? null : { project, document: scope, rows: null, states: null, fa, en, either };
  };
  const [search, setSearch] = useState(() => asked(texts, meaning));
  const found = useQuery(
    queries.search.concordance.queryOptions(
      search ?? { project, document, rows: null, states: null, fa: null, en: null, either: null },
      { enabled: search !== null, staleTime: 0 },
    ),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSearch(asked(texts, meaning));
    if (found.data) void found.refetch();
  };
  const field = (side: 'either' | 'fa' | 'en') => (
    <TextInput
      key={side}
      data-autofocus={side === 'either' || undefined}
      label={t(`search.concordance.${side}`)}
      maxLength={500}
      {...(side !== 'either' && { lang: side, dir: side === 'fa' ? 'rtl' : 'ltr' })}
      value={texts[side]}
      onChange={({ currentTarget: { value } }) => setTexts((now) => ({ ...now, [side]: value }))}
    />
  );
  const isAsked = search !== null;
  const answer = isAsked ? found.data : undefined;
  const listing = answer?.ok ? answer.value : null;
  const insert = (english: string) => {
    onClose();
    editor.focus();
    insertPart(editor, english);
  };
  return (
    <Dialog title={t('search.concordance.title')} width={980} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.fields}>{(['either', 'fa', 'en'] as const).map(field)}</div>
        <Options meaning={meaning} onMeaning={setMeaning} />
        <div className={styles.end}>
          <p className={styles.told} role="status">
            {listing
              ? t('search.concordance.found', { count: listing.places.length + listing.more })
              : t('search.concordance.hint')}
          </p>
          {listing && listing.places.length > 0 && (
            <Anchor size="sm" href={`/concordance.csv?search=${encodeURIComponent(JSON.stringify(search))}`} download>
              {t('search.concordance.csv')}
            </Anchor>
          )}
          <Button type="submit" loading={isAsked && found.isFetching}>
            {t('search.concordance.submit')}
          </Button>
        </div>
      </form>
      {isAsked && found.error && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {answer && !answer.ok && (
        <p role="alert" className={styles.problem}>
          {answer.problems.map((problem) => queryProblem(t, problem)).join(' ')}
        </p>
      )}
      {listing?.places.length === 0 && <p className={styles.none}>{t('search.concordance.none')}</p>}
      {listing && listing.places.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard
        <ul className={styles.results} aria-label={t('search.concordance.results')} tabIndex={0}>
          {listing.places.map((place) => (
            <Result
              key={`${place.document} ${place.segment}`}
              place={place}
              isHere={place.document === document}
              onGo={() => {
                onClose();
                onGo(place.row);
              }}
              onInsert={insert}
            />
          ))}
        </ul>
      )}
      {listing && listing.more > 0 && <p>{t('search.concordance.more', { count: listing.more })}</p>}
      {listing && search !== null && meaning.isEverywhere && <FoundUnits search={search} onInsert={insert} />}
    </Dialog>
  );
}

interface ResultProps {
  readonly place: Place;
  /** True in the document that is open. */
  readonly isHere: boolean;
  readonly onGo: () => void;
  readonly onInsert: (english: string) => void;
}

function Result({ place, isHere, onGo, onInsert }: ResultProps) {
  const { t } = useTranslation();
  const { document, segment, title, row, source, rendering, fa, en, faPartners, enPartners } = place;
  const partner = enPartners.length > 0 ? cut(rendering, enPartners) : null;
  const name = t('search.concordance.go', { row: row + 1, title });
  return (
    <li className={styles.result}>
      <div className={styles.head}>
        {isHere ? (
          <Button variant="subtle" size="compact-sm" onClick={onGo}>
            {name}
          </Button>
        ) : (
          <Link to="/documents/$document" params={{ document }} search={{ segment }}>
            {name}
          </Link>
        )}
        <div className={styles.tools}>
          {partner !== null && (
            <Button variant="default" size="compact-xs" onClick={() => onInsert(partner)}>
              {t('search.concordance.insertPartner', { text: partner })}
            </Button>
          )}
          {rendering !== '' && (
            <Button variant="default" size="compact-xs" onClick={() => onInsert(rendering)}>
              {t('search.concordance.insert')}
            </Button>
          )}
        </div>
      </div>
      <div className={styles.wings}>
        <p lang="fa" dir="rtl">
          <LitSpans text={source} hits={fa} partners={faPartners} />
        </p>
        {rendering === '' ? (
          <p className={styles.none}>{t('search.concordance.noRendering')}</p>
        ) : (
          <p lang="en" dir="ltr">
            <LitSpans text={rendering} hits={en} partners={enPartners} />
          </p>
        )}
      </div>
    </li>
  );
}

/** The text from the first to the last of some spans. */
function cut(text: string, spans: readonly Span[]): string {
  return text.slice(spans[0]?.from, spans.at(-1)?.to);
}

import { Button, Radio, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../../shared/core/problem.ts';
import type { Status } from '../../../../shared/core/status.ts';
import { type Answers, queries, server } from '../../../platform/server.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { notice, noticeTrouble, noticeUndo } from '../../../ui/notices.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { StatusChips } from '../../../ui/status-chips.tsx';
import { TickList } from '../../../ui/tick-list.tsx';
import { type Meaning, Options, queryOf, queryProblem } from './options.tsx';
import styles from './search.module.css';

interface ReplaceSheetProps {
  readonly project: string;
  readonly document: string;
  /** What is selected in the English. */
  readonly first: string;
  /** How many rows the document has. */
  readonly last: number;
  readonly onClose: () => void;
}

type Listing = Extract<Answers['search']['replacements'], { ok: true }>['value'];
type Place = Listing['places'][number];

const usual: Meaning = { kind: 'phrase', isInflected: false, isWhole: true, isCased: true, isEverywhere: false };

/** Finds words in the English and replaces them: every change is shown in its sentence first, to be unticked. */
export function ReplaceSheet({ project, document, first, last, onClose }: ReplaceSheetProps) {
  const { t } = useTranslation();
  const [texts, setTexts] = useState({ find: first, with: '', persian: '' });
  const [meaning, setMeaning] = useState(usual);
  const [states, setStates] = useState<readonly Status[]>([]);
  const [rows, setRows] = useState<{ readonly from: number | null; readonly to: number | null }>({
    from: null,
    to: null,
  });
  const [confirmed, setConfirmed] = useState<'draft' | 'stay'>('draft');
  const [listing, setListing] = useState<Listing | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const replace = useMutation(queries.search.replace.mutationOptions());
  const undo = useMutation(queries.job.undo.mutationOptions());
  const { isEverywhere } = meaning;
  const range = { from: (rows.from ?? 1) - 1, to: rows.to ?? last };
  const areRows = isEverywhere || (range.from >= 0 && range.from < range.to);

  const show = async () => {
    setBusy(true);
    try {
      const answer = await server.search.replacements.query({
        ...{ project, document: isEverywhere ? null : document },
        rows: isEverywhere || (rows.from === null && rows.to === null) ? null : range,
        states: states.length === 0 ? null : states,
        fa: queryOf(texts.persian, { ...meaning, kind: 'phrase', isInflected: true, isCased: false }),
        en: queryOf(texts.find, meaning),
        either: null,
        with: texts.with,
      });
      setProblems(answer.ok ? [] : answer.problems);
      setListing(answer.ok ? answer.value : null);
    } catch (error) {
      noticeTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (areRows) void show();
  };
  const write = async (keys: ReadonlySet<string>, { places }: Listing) => {
    const ticked = places.filter((place) => keys.has(keyOf(place)));
    const answer = await replace.mutateAsync({
      ...{ project, sought: texts.find, with: texts.with, confirmed },
      places: ticked.map(({ document: of, segment, from, to, before, after }) => {
        return { document: of, segment, from, to, before, after };
      }),
    });
    if (!answer.ok) {
      setProblems(answer.problems);
      setListing(null);
      return;
    }
    const { written, left, job } = answer.value;
    const told = [
      t('search.replace.done', { count: written }),
      left > 0 ? t('search.replace.left', { count: left }) : '',
    ].join(' ');
    onClose();
    if (job === null || written === 0) notice(told, 'replace');
    else noticeUndo(told, () => undo.mutate({ id: job }));
  };

  return (
    <Dialog title={t('search.replace.title')} width={900} onClose={onClose}>
      {listing !== null && listing.places.length > 0 ? (
        <TickList
          groups={groupsOf(listing.places, (place) => <Becomes place={place} />)}
          submit={(count) => t('search.replace.submit', { count })}
          isBusy={replace.isPending}
          onSubmit={(keys) => void write(keys, listing).catch(() => undefined)}
          onClose={onClose}
        >
          {listing.more > 0 && <p>{t('search.replace.more', { count: listing.more })}</p>}
          <Button variant="subtle" size="compact-sm" onClick={() => setListing(null)}>
            {t('search.replace.back')}
          </Button>
        </TickList>
      ) : (
        <form className={styles.form} onSubmit={submit}>
          <div className={styles.fields}>
            <TextInput
              data-autofocus
              lang="en"
              dir="ltr"
              label={t('search.replace.find')}
              maxLength={500}
              value={texts.find}
              onFocus={({ currentTarget }) => currentTarget.select()}
              onChange={({ currentTarget: { value } }) => setTexts((now) => ({ ...now, find: value }))}
            />
            <TextInput
              lang="en"
              dir="ltr"
              label={t('search.replace.with')}
              maxLength={1000}
              description={meaning.kind === 'expression' ? t('search.replace.withHint') : null}
              inputWrapperOrder={['label', 'input', 'description']}
              value={texts.with}
              onChange={({ currentTarget: { value } }) => setTexts((now) => ({ ...now, with: value }))}
            />
            <TextInput
              lang="fa"
              dir="rtl"
              label={t('search.replace.persian')}
              maxLength={500}
              value={texts.persian}
              onChange={({ currentTarget: { value } }) => setTexts((now) => ({ ...now, persian: value }))}
            />
          </div>
          <Options meaning={meaning} onMeaning={setMeaning} kinds={['phrase', 'expression']} hasForms={false} />
          {!isEverywhere && (
            <div className={styles.fields}>
              {(['from', 'to'] as const).map((end) => (
                <NumberField
                  key={end}
                  size="xs"
                  label={t(`search.replace.${end}`)}
                  placeholder={t('workbench.panel.count', { count: end === 'from' ? 1 : last })}
                  min={1}
                  max={last}
                  allowDecimal={false}
                  error={!areRows && end === 'to' && t('search.replace.rows', { last })}
                  value={rows[end] ?? ''}
                  onChange={(value) => setRows((now) => ({ ...now, [end]: typeof value === 'number' ? value : null }))}
                />
              ))}
            </div>
          )}
          <section aria-label={t('search.replace.states')}>
            <p className={styles.told}>{t('search.replace.states')}</p>
            <StatusChips chosen={states} onChoose={setStates} />
          </section>
          <Radio.Group
            label={t('search.replace.confirmed')}
            value={confirmed}
            onChange={(value) => setConfirmed(value === 'stay' ? 'stay' : 'draft')}
          >
            <div className={styles.options}>
              <Radio size="xs" value="draft" label={t('search.replace.draft')} />
              <Radio size="xs" value="stay" label={t('search.replace.stay')} />
            </div>
          </Radio.Group>
          {problems.length > 0 && (
            <p role="alert" className={styles.problem}>
              {problems.map((problem) => queryProblem(t, problem)).join(' ')}
            </p>
          )}
          <div className={styles.end}>
            <p className={styles.told} role="status">
              {listing?.places.length === 0 && t('search.replace.none')}
            </p>
            <Button type="submit" loading={isBusy}>
              {t('search.replace.show')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function Becomes({ place: { before, after, isConfirmed } }: { readonly place: Place }) {
  const { t } = useTranslation();
  return (
    <span>
      <bdi lang="en">{before}</bdi> {t('search.replace.becomes')}{' '}
      {after === '' ? t('search.replace.nothing') : <bdi lang="en">{after}</bdi>}
      {isConfirmed && ` · ${t('search.replace.isConfirmed')}`}
    </span>
  );
}

function groupsOf(places: readonly Place[], note: (place: Place) => ReactNode) {
  const byDocument = new Map<string, Place[]>();
  for (const place of places) {
    const own = byDocument.get(place.document) ?? [];
    byDocument.set(place.document, own);
    own.push(place);
  }
  return Array.from(byDocument, ([key, own]) => ({
    key,
    title: own[0]?.title ?? '',
    rows: own.map((place) => ({
      key: keyOf(place),
      fa: place.source,
      en: place.rendering,
      source: null,
      rendering: { from: place.from, to: place.to },
      note: note(place),
    })),
  }));
}

function keyOf({ document, segment, from }: Place): string {
  return `${document} ${segment} ${from}`;
}

import type { Checked, Problem } from '../../../shared/core/problem.ts';
import type { Span } from '../../../shared/core/span.ts';
import type { Status } from '../../../shared/core/status.ts';
import { type Query, type QueryHit, type Seeker, seeker } from '../../../shared/language/words/query.ts';
import type { Context } from '../../context.ts';
import { selectDocuments } from '../../db/document.ts';
import { type StoredSegment, segmentsAfter } from '../../db/segment.ts';

/** Where and what is sought. Of `fa`, `en` and `either` (one side or the other) all that are there must be met. */
export interface Search {
  readonly project: string;
  /** `null` for all documents of the project. */
  readonly document: string | null;
  /** Rows of each document, counted from 0, as a half-open range; `null` for all. */
  readonly rows: Span | null;
  /** `null` for all. */
  readonly states: readonly Status[] | null;
  readonly fa: Query | null;
  readonly en: Query | null;
  readonly either: Query | null;
}

/** A segment that meets a search; the hits count in its two texts. */
export interface Found {
  readonly document: string;
  readonly title: string;
  /** Its place in the document, counted from 0. */
  readonly row: number;
  readonly segment: StoredSegment;
  readonly fa: readonly QueryHit[];
  readonly en: readonly QueryHit[];
}

/** Rows that are read at once; of those the texts that are looked through before others are served. */
const AT_ONCE = 400;
const IN_A_TURN = 20;
/** Milliseconds for a regular expression in so many rows. */
const TIME = 1500;

/** The segments that meet a search, in order. Stops with a problem where the query is none, or is an expression that runs away. */
export async function seek(ctx: Context, search: Search, found: (one: Found) => void): Promise<readonly Problem[]> {
  const { project, document, rows, states } = search;
  const problems = problemsOf(search);
  if (problems.length > 0) return problems;
  const { db } = ctx.store;
  const documents = await selectDocuments(db, { project });
  for (const { id, title } of documents.filter((one) => document === null || one.id === document)) {
    let row = 0;
    for (let last: StoredSegment | undefined; ; ) {
      const page = await segmentsAfter(db, id, last, AT_ONCE);
      last = page.at(-1);
      const looked = page
        .map((segment, index) => ({ segment, row: row + index }))
        .filter(({ segment, row: at }) => isMeant(at, rows) && (states === null || states.includes(segment.status)));
      row += page.length;
      const hits = await hitsOf(
        ctx,
        looked.map((one) => one.segment),
        search,
      );
      if (!hits.ok) return hits.problems.map((problem) => ({ ...problem, element: `${title}, ${problem.element}` }));
      for (const [index, one] of looked.entries()) {
        const met = hits.value[index];
        if (met) found({ document: id, title, ...one, ...met });
      }
      if (page.length < AT_ONCE || (rows !== null && row >= rows.to)) break;
    }
  }
  return [];
}

/** What is wrong with the queries of a search. */
export function problemsOf({ fa, en, either }: Search): readonly Problem[] {
  const queries = [fa, en, either].filter((query) => query !== null);
  if (queries.length === 0) return [{ rule: 'query-empty', message: 'Nothing is sought: give a query.' }];
  return queries.flatMap((query) => {
    const made = seeker(query);
    return made.ok ? [] : made.problems;
  });
}

type Met = Pick<Found, 'fa' | 'en'> | null;

/** What of each pair of texts meets the search; `null` where it does not. */
export async function hitsOf(
  ctx: Context,
  segments: readonly Pick<StoredSegment, 'source' | 'rendering'>[],
  { fa, en, either }: Search,
): Promise<Checked<readonly Met[]>> {
  const sides = [segments.map(({ source }) => source), segments.map(({ rendering }) => rendering)] as const;
  const asked = [
    [fa, sides[0]],
    [either, sides[0]],
    [en, sides[1]],
    [either, sides[1]],
  ] as const;
  const hits: (readonly (readonly QueryHit[])[] | null)[] = [];
  for (const [query, texts] of asked) {
    const found = query === null ? null : await through(ctx, query, texts);
    if (found && !found.ok) return found;
    hits.push(found?.value ?? null);
  }
  const [inFa = null, eitherFa = null, inEn = null, eitherEn = null] = hits;
  const met = segments.map((_, at): Met => {
    const own = [inFa, eitherFa, inEn, eitherEn].map((all) => all?.[at] ?? []);
    const [ofFa = [], ofEitherFa = [], ofEn = [], ofEitherEn = []] = own;
    const isMissed =
      (fa !== null && ofFa.length === 0) ||
      (en !== null && ofEn.length === 0) ||
      (either !== null && ofEitherFa.length + ofEitherEn.length === 0);
    return isMissed ? null : { fa: [...ofFa, ...ofEitherFa], en: [...ofEn, ...ofEitherEn] };
  });
  return { ok: true, value: met };
}

/** The hits of a query in each of some texts: expressions where they can be stopped, words in turns. */
async function through(
  ctx: Context,
  query: Query,
  texts: readonly string[],
): Promise<Checked<readonly (readonly QueryHit[])[]>> {
  if (query.kind !== 'expression') {
    const made = seeker(query);
    return made.ok ? { ok: true, value: await inTurns(made.value, texts) } : made;
  }
  const outcome = await ctx.apart.run('seek', { query, texts, time: TIME });
  if (outcome.kind === 'found') return { ok: true, value: outcome.hits };
  const message =
    'The regular expression was stopped: it takes too long here. Do without a repetition inside a repetition, or seek in fewer segments.';
  return {
    ok: false,
    problems: [{ rule: 'query-runaway', message, element: `“${(texts[outcome.at] ?? '').slice(0, 60)}”` }],
  };
}

async function inTurns(seekIn: Seeker, texts: readonly string[]): Promise<readonly (readonly QueryHit[])[]> {
  const hits: (readonly QueryHit[])[] = [];
  for (let from = 0; from < texts.length; from += IN_A_TURN) {
    hits.push(...texts.slice(from, from + IN_A_TURN).map(seekIn));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return hits;
}

function isMeant(row: number, rows: Span | null): boolean {
  return rows === null || (row >= rows.from && row < rows.to);
}

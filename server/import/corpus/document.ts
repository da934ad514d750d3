import type { Problem } from '../../../shared/core/problem.ts';
import type { Span } from '../../../shared/core/span.ts';
import type { Rendering, UnitMention } from '../../../shared/doc/edit/build.ts';
import { isNameRange } from '../../../shared/doc/edit/mention.ts';
import { linksFor } from '../../../shared/doc/model/links.ts';
import { LONGEST_RENDERING } from '../../../shared/doc/model/rendering-text.ts';
import type { Link } from '../../../shared/doc/model/schema.ts';
import { corpusProblem } from '../../../shared/formats/corpus/problems.ts';
import type { CorpusLink, CorpusRow, MarkedRange } from '../../../shared/formats/corpus/row.ts';
import { isBlank } from '../../../shared/language/characters/blank.ts';
import { graphemes } from '../../../shared/language/characters/grapheme.ts';
import type { NewText } from '../prepared.ts';
import { type MeantEntities, uuid } from './entities.ts';
import { layOut } from './layout.ts';
import type { WarningTally } from './rows.ts';

/** How the rows of a document are made one. */
export interface Making {
  /** The label that one of the file becomes; `null` for names that are not to be marked. */
  readonly labelOf: (label: string) => string | null;
  readonly entities: MeantEntities;
  /** Hears of what is made otherwise than the rows have it. */
  readonly warnings: WarningTally;
}

/** What a document is made of, but for the project it goes to. */
export type RowText = Omit<NewText, 'project'>;

/** Rows of one document as a text to bring in, with both sides, states, names and links; ids that Radif has made are kept. Problems
 *  where no document can be made of them. */
export function textOfRows(
  all: readonly CorpusRow[],
  { labelOf, entities, warnings }: Making,
): RowText | readonly Problem[] {
  const rows = all.map(fitted).filter(({ fa, en }) => !isBlank(fa) || !isBlank(en));
  warnings.count('corpus.blank', all.length - rows.length);
  warnings.count(
    'corpus.characters',
    all.reduce((sum, { fa, en }) => sum + unfits(fa) + unfits(en), 0),
  );
  warnings.count(
    'corpus.remarks',
    all.reduce((sum, { remarks }) => sum + remarks.length, 0),
  );
  if (rows.length === 0) return [corpusProblem('corpus.empty')];
  if (!rows.some(({ fa }) => /[\p{L}\p{N}]/u.test(fa))) {
    return [corpusProblem('corpus.no-persian', { values: { count: rows.length } })];
  }
  const long = rows.flatMap(({ en }, index) => (en.length > LONGEST_RENDERING ? [{ row: index + 1, en }] : []));
  if (long.length > 0) {
    return long.map(({ row, en }) =>
      corpusProblem('corpus.long', { values: { row, size: en.length, limit: LONGEST_RENDERING } }),
    );
  }
  const { text, outline, ranges, cut } = layOut(rows);
  const placed = rows.map((row, index) => {
    const range = ranges[index] ?? { from: 0, to: 0 };
    return { row, range, start: range.from - (cut[index] ?? 0) };
  });
  const unique = new Set<string>();
  const ownId = (id: string) => (uuid.test(id) && unique.size < unique.add(id).size ? id : null);
  return {
    title: titleOf(rows, warnings),
    text,
    outline,
    units: outline.units,
    ids: rows.map(({ segment }) => ownId(segment)),
    renderings: rows.map(({ en, status, origin, taken = null }): Rendering | null =>
      en === '' && status === 'initial'
        ? null
        : { text: en, status, origin: origin ?? (en === '' ? null : 'imported'), taken },
    ),
    alignments: rows.map(({ alignment }) => alignment),
    leftOut: rows.map(({ leftOut, fa, en }) => leftOut && en === '' && fa !== ''),
    links: placed.map((place) => linksOf(place, warnings)),
    mentions: mentionsOf(placed, { labelOf, entities, warnings, ownId }),
  };
}

/** What no text may hold; every match is one character, so that no offset moves. */
const unfit = /[\p{Cc}\u2028\u2029\uFFFE\uFFFF]|\p{Cs}/gu;

/** Matches every text in which `unfit` does, and maybe others; without flags it is looked for many times faster. */
const maybeUnfit = /[^ -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufffd]/;

function unfits(text: string): number {
  return maybeUnfit.test(text) ? (text.match(unfit)?.length ?? 0) : 0;
}

function fitted(row: CorpusRow): CorpusRow {
  if (!maybeUnfit.test(row.fa) && !maybeUnfit.test(row.en)) return row;
  const fa = row.fa.replace(unfit, ' ');
  const en = row.en.replace(unfit, ' ');
  return fa === row.fa && en === row.en ? row : { ...row, fa: isBlank(fa) ? '' : fa, en: isBlank(en) ? '' : en };
}

/** Characters of a title at most. */
const LONGEST_TITLE = 200;

function titleOf([first]: readonly CorpusRow[], warnings: WarningTally): string {
  const title = (first?.title ?? '').replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ').trim();
  if (title.length <= LONGEST_TITLE) return title;
  const values = { size: title.length, limit: LONGEST_TITLE, start: title.slice(0, 40) };
  warnings.add(corpusProblem('corpus.title', { values }));
  return title.slice(0, graphemes(title).floor(LONGEST_TITLE) || LONGEST_TITLE);
}

/** A row with the range of its Persian in the source, and where offsets of the row count from there. */
interface Placed {
  readonly row: CorpusRow;
  readonly range: Span;
  readonly start: number;
}

function linksOf({ row, range, start }: Placed, warnings: WarningTally) {
  const pairs = row.links.flatMap(({ fa, en, sure }: CorpusLink): readonly Link[] => {
    const source = { from: fa.from + start, to: fa.to + start };
    const stands = fa.from < fa.to && en.from < en.to && isWithin(source, range) && en.to <= row.en.length;
    if (!stands) warnings.count('corpus.link', 1);
    return stands ? [{ source, rendering: { from: en.from, to: en.to }, sure }] : [];
  });
  return linksFor(row.en, pairs);
}

interface Marking extends Making {
  readonly ownId: (id: string) => string | null;
}

function mentionsOf(placed: readonly Placed[], { labelOf, entities, warnings, ownId }: Marking) {
  const mentions: UnitMention[] = [];
  /** Names that the border of a row cuts, by their id: each stands in several rows. */
  const parted = new Map<string, number>();
  /** Those that end with the Persian of the row before: of ids that Radif made, the id alone says that a name goes on. */
  let ending = new Map<string, number>();
  for (const [unit, { row, range, start }] of placed.entries()) {
    const before = ending;
    if (row.fa !== '') ending = new Map();
    for (const mention of row.mentions) {
      const label = labelOf(mention.label);
      if (label === null) {
        warnings.count('corpus.unmarked', 1);
        continue;
      }
      const source = standing(mention.fa, row.fa, start, range);
      const english = standing(mention.en, row.en, 0, { from: 0, to: row.en.length });
      const rendering = english && { unit, ...english };
      if ((mention.fa && !source) || (mention.en && !rendering) || (!source && !rendering)) {
        warnings.count('corpus.mention', 1);
      }
      if (!source && !rendering) continue;
      const goesOn = mention.fa?.from === 0 ? before.get(mention.id) : undefined;
      const index = (mention.parts && parted.get(mention.id)) ?? goesOn;
      const begun = index === undefined ? undefined : mentions[index];
      if (mention.fa?.to === row.fa.length && uuid.test(mention.id)) ending.set(mention.id, index ?? mentions.length);
      if (index !== undefined && begun) {
        mentions[index] = {
          ...begun,
          source: joined(begun.source, source),
          rendering: begun.rendering ?? rendering,
        };
        continue;
      }
      if (mention.parts) parted.set(mention.id, mentions.length);
      const entity = entities.of(mention, label);
      mentions.push({ id: ownId(mention.id), label, entity, source, rendering });
    }
  }
  return mentions;
}

/** A marked range where it stands now; `null` where it is no range of a name. */
function standing(range: MarkedRange | null, text: string, start: number, whole: Span): Span | null {
  if (range === null || !isNameRange(text, range)) return null;
  const found = { from: range.from + start, to: range.to + start };
  return isWithin(found, whole) ? found : null;
}

function isWithin(span: Span, whole: Span): boolean {
  return span.from >= whole.from && span.to <= whole.to;
}

function joined(one: Span | null, other: Span | null): Span | null {
  if (!one || !other) return one ?? other;
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}

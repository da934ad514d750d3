import { compareSpans } from '../../core/nesting.ts';
import type { Span } from '../../core/span.ts';
import type { CorpusMention, CorpusRow, EntityNames, NamePart } from './row.ts';

/** A mention as it stands in its document: `source` counts from the start of the whole source, `rendering` from the start
 *  of the segment's. */
export interface StandingMention {
  readonly id: string;
  readonly label: string;
  readonly entity: string | null;
  readonly source: Span | null;
  readonly rendering: (Span & { readonly segment: string }) | null;
  /** Where its Persian stands, when that is in several segments. */
  readonly parts?: readonly NamePart[] | undefined;
}

/** What `row` has of `mentions`, in the order in which they are read. A mention that crosses the border of a segment is in
 *  each row that has a part of its Persian, cut off there and told as one of its parts, and its English in the one where it stands. */
export function corpusMentions(
  row: Omit<CorpusRow, 'mentions'>,
  mentions: readonly StandingMention[],
  names: ReadonlyMap<string, EntityNames>,
): readonly CorpusMention[] {
  const found = mentions.flatMap(({ id, label, entity, source, rendering, parts }) => {
    const fa = source && within(source, row);
    const en = rendering?.segment === row.segment ? rendering : null;
    if (!fa && !en) return [];
    const entityName = (entity !== null && names.get(entity)) || null;
    const sides = { fa: fa && marked(row.fa, fa), en: en && marked(row.en, en) };
    return [{ id, label, entity, entityName, ...sides, ...(parts && { parts }) }];
  });
  return found.sort((a, b) => compareSpans(a.fa, b.fa) || compareSpans(a.en, b.en) || (a.id < b.id ? -1 : 1));
}

/** Where a range of the whole source stands, when that is in several of `rows`; `undefined` when it is in one. */
export function nameParts(source: Span, rows: readonly SourceRow[]): readonly NamePart[] | undefined {
  const parts = rows.flatMap((row) => {
    const range = within(source, row);
    return range ? [{ segment: row.segment, ...marked(row.fa, range) }] : [];
  });
  return parts.length > 1 ? parts : undefined;
}

/** A segment with its Persian, and where in the source that stands. */
export type SourceRow = Pick<CorpusRow, 'segment' | 'from' | 'to' | 'fa'>;

/** What `row` has of a range of the whole source, as offsets of its own. */
function within(source: Span, row: Span): Span | null {
  const from = Math.max(source.from, row.from) - row.from;
  const to = Math.min(source.to, row.to) - row.from;
  return from < to ? { from, to } : null;
}

function marked(text: string, { from, to }: Span) {
  return { from, to, text: text.slice(from, to) };
}

import type { Span } from '../../core/span.ts';
import { trimmedEnd } from '../edit/cut.ts';
import { isPlace, needsSegment, paragraphAt, type SourceText } from '../model/law.ts';
import type { Segment } from '../model/read.ts';

/** A lawful range and the neighbouring segments that are left to share it: none where a new segment is needed. */
export interface Tile extends Span {
  readonly members: readonly Segment[];
}

/**
 * The nearest lawful tiling of the source for `segments`, whose ranges may be anything: each keeps its place in the
 * document, so what the sorted starts of all of them say is dealt out in document order. A range ends where it did if that
 * leaves no letter uncovered, else where the next begins. Segments that begin at the same place share one tile.
 */
export function tiling(segments: readonly Segment[], source: SourceText): readonly Tile[] {
  const starts = segments.map(({ from }) => from).sort((a, b) => a - b);
  const rows = segments.map((segment, index) => ({ segment, ...settled(source, starts[index] ?? 0) }));
  let next = 0;
  return source.paragraphs.flatMap((paragraph, index) => {
    const first = next;
    while (rows[next]?.paragraph === index) next += 1;
    return paragraphTiles(source.text, paragraph, rows.slice(first, next));
  });
}

interface Row extends Place {
  readonly segment: Segment;
}

function paragraphTiles(text: string, paragraph: Span, rows: readonly Row[]): readonly Tile[] {
  const begin = skipSpace(text, paragraph);
  const clusters: { from: number; members: Segment[] }[] = [];
  for (const { segment, offset } of rows) {
    const last = clusters.at(-1);
    if (last && (offset <= last.from || offset >= paragraph.to)) last.members.push(segment);
    else {
      const late = !last && (offset >= paragraph.to || needsSegment(text.slice(paragraph.from, offset)));
      clusters.push({ from: late ? begin : offset, members: [segment] });
    }
  }
  if (clusters.length === 0 && needsSegment(text.slice(paragraph.from, paragraph.to)))
    clusters.push({ from: begin, members: [] });
  return clusters.map(({ from, members }, index) => {
    const limit = clusters[index + 1]?.from ?? paragraph.to;
    return { from, to: end(text, { from, to: limit }, members), members };
  });
}

/** Where the range ends that begins at `from` and may reach to `to`: where one of its members ended, if that will do. */
function end(text: string, { from, to }: Span, members: readonly Segment[]): number {
  const kept = members.find(
    (member) =>
      member.to > from && member.to <= to && isPlace(text, member.to) && !needsSegment(text.slice(member.to, to)),
  );
  const stretch = text.slice(from, to);
  return kept?.to ?? from + (trimmedEnd(stretch) || stretch.trimEnd().length);
}

interface Place {
  readonly paragraph: number;
  readonly offset: number;
}

/** The first place at or after `offset` where a segment may begin, in a paragraph and not at white space; the end of the
 *  last paragraph that has one when there is none. Keeps the order of offsets. */
function settled({ text, paragraphs }: SourceText, offset: number): Place {
  const whole = isPlace(text, offset) ? offset : Math.min(offset, text.length) - 1;
  for (let index = Math.max(0, paragraphAt(paragraphs, whole)); index < paragraphs.length; index++) {
    const { from, to } = paragraphs[index] ?? { from: 0, to: 0 };
    const place = skipSpace(text, { from: Math.max(whole, from), to });
    if (place < to) return { paragraph: index, offset: place };
  }
  const last = paragraphs.findLastIndex((paragraph) => skipSpace(text, paragraph) < paragraph.to);
  return { paragraph: last, offset: paragraphs[last]?.to ?? 0 };
}

function skipSpace(text: string, { from, to }: Span): number {
  const stretch = text.slice(from, to);
  return from + stretch.length - stretch.trimStart().length;
}

import type { Span } from '../../core/span.ts';
import { trimmedEnd } from '../edit/cut.ts';
import { isPlace, needsSegment, paragraphAt } from '../model/law.ts';
import type { Segment } from '../model/read.ts';
import type { SourceText } from '../model/source.ts';

/** A lawful range and the neighbouring segments that are left to share it: none where a new segment is needed. */
export interface Tile extends Span {
  readonly members: readonly Segment[];
}

/**
 * The nearest lawful tiling of the source for `segments`, whose ranges may be anything: each keeps its place in the
 * document, so what the sorted starts of all of them say is dealt out in document order. A range ends where it did if that
 * leaves no letter uncovered, else where the next begins. Segments that begin at the same place share one tile. One without
 * Persian keeps its place between its neighbours, and shares their tile where they come to share one.
 */
export function tiling(segments: readonly Segment[], source: SourceText): readonly Tile[] {
  const tiles = rangeTiles(
    segments.filter((segment) => segment.from !== segment.to),
    source,
  );
  return segments.some(({ from, to }) => from === to) ? withPlaces(tiles, segments, source) : tiles;
}

/** Puts the segments without Persian among the tiles of the others. */
function withPlaces(tiles: readonly Tile[], segments: readonly Segment[], source: SourceText): readonly Tile[] {
  const all: Tile[] = [];
  let next = 0;
  const end = () => all.at(-1)?.to ?? 0;
  const takePlaces = (limit: number, start: number) => {
    for (; next < limit; next++) {
      const segment = segments[next];
      if (segment) all.push({ ...placeBetween(source, segment.from, end(), start), members: [segment] });
    }
  };
  for (const tile of tiles) {
    const [first, last] = [tile.members.at(0), tile.members.at(-1)];
    const index = first ? segments.indexOf(first, next) : next;
    takePlaces(index, tile.from);
    const stop = last ? segments.indexOf(last, index) + 1 : index;
    all.push({ ...tile, members: segments.slice(index, stop) });
    next = stop;
  }
  takePlaces(segments.length, source.text.length);
  return all;
}

/** The place of no width nearest to `at` between two tiles, inside a paragraph. */
function placeBetween({ text, paragraphs }: SourceText, at: number, end: number, start: number): Span {
  const isInside = (place: number) => {
    const paragraph = paragraphs[paragraphAt(paragraphs, place)];
    return paragraph !== undefined && place <= paragraph.to && isPlace(text, place);
  };
  const place = [at, end, start].find((one) => one >= end && one <= start && isInside(one)) ?? start;
  return { from: place, to: place };
}

function rangeTiles(segments: readonly Segment[], source: SourceText): readonly Tile[] {
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

import type { Node } from 'prosemirror-model';
import { isConfirmed } from '../../../shared/core/status.ts';
import { eachSegment, type Segment, segmentByIndex } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { type Answers, queries, queryClient } from '../../platform/server.ts';

/** A unit of a memory that is like the Persian of a segment. */
export type Match = Answers['memory']['matches']['matches'][number][number];

/** Where matches are looked up. */
export interface MatchPlace {
  readonly project: string;
  readonly document: string;
  /** The Persian of the document. */
  readonly source: string;
}

/** Answers this old are shown at once and asked for anew, in milliseconds: what was confirmed since may be among them. */
const FRESH = 1_500;
/** How soon a memory that is still being read is asked again, in milliseconds. */
const SOON = 1_000;
/** Segments that are asked for ahead. */
export const AHEAD = 3;
/** Rows without Persian that are skipped in looking for a neighbour. */
const FAR = 8;

/** The Persian of a segment, and those beside it. */
export function wantedOf({ source }: MatchPlace, doc: Node, segment: Segment) {
  return {
    text: source.slice(segment.from, segment.to),
    before: persianBeside(doc, source, segment.index, -1),
    after: persianBeside(doc, source, segment.index, 1),
    segment: segment.id,
  };
}

/** Asks for the matches of a segment. */
export function matchesOf(place: MatchPlace, doc: Node, segment: Segment) {
  const { project, document } = place;
  const text = wantedOf(place, doc, segment);
  return queries.memory.matches.queryOptions(
    { project, document, texts: [text] },
    {
      staleTime: ({ state }) => (state.data?.isBehind === true ? 0 : FRESH),
      refetchInterval: ({ state }) => state.data?.isBehind === true && SOON,
    },
  );
}

/** What `matchesOf` asks for, not older than is shown without asking, once every memory was looked through: asked again while one is
 *  still being read and `isWanted` says so. */
export async function wholeMatches(asked: ReturnType<typeof matchesOf>, isWanted: () => boolean) {
  for (;;) {
    const found = await queryClient.fetchQuery(asked);
    if (!found.isBehind || !isWanted()) return found;
    await new Promise((resolve) => setTimeout(resolve, SOON));
  }
}

function persianBeside(doc: Node, source: string, index: number, step: 1 | -1): string | null {
  const near = neighbour(doc, index, step);
  return near && source.slice(near.from, near.to);
}

/** The segment beside one; rows without Persian are passed over. */
export function neighbour(doc: Node, index: number, step: 1 | -1): Segment | null {
  for (let far = 1; far <= FAR; far++) {
    const segment = segmentByIndex(doc, index + step * far);
    if (segment === null) return null;
    if (segment.from < segment.to) return segment;
  }
  return null;
}

/** Asks for the matches of the next unconfirmed segments, so that they are there when the caret comes. */
export function fetchAhead(place: MatchPlace, doc: Node, from: number): void {
  let wanted = AHEAD;
  eachSegment(doc, (node, _pos, index) => {
    const { status, from: start, to } = segmentAttrs(node);
    if (index <= from || isConfirmed(status) || start === to) return true;
    const segment = segmentByIndex(doc, index);
    if (segment) void queryClient.prefetchQuery(matchesOf(place, doc, segment));
    wanted -= 1;
    return wanted > 0;
  });
}

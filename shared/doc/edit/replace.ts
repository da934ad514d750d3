import type { Transform } from 'prosemirror-transform';
import type { Span } from '../../core/span.ts';
import { isConfirmed } from '../../core/status.ts';
import { type Segment, segments } from '../model/read.ts';
import { isRendering } from '../model/rendering-text.ts';
import { editedStanding } from '../model/standing.ts';
import { setAttributes } from './seam.ts';
import { coveringAnchors } from './typing.ts';
import { writeWords } from './words.ts';

/** A place of a rendering that is to read otherwise; the range counts in the rendering as it was seen. */
export interface Replacement extends Span {
  readonly segment: string;
  readonly before: string;
  readonly after: string;
}

/** What becomes of segments that were confirmed: drafts, since nobody vouches for the new text; or they stay what they are. */
export type ConfirmedBecome = 'draft' | 'stay';

/** Writes replacements into the renderings of a document; gives how many. Names marked in the replaced words stay marked as long as
 *  a word of theirs, or what took its place, is there. A place that no longer reads `before`, and all of a segment that could not
 *  be a rendering then, stay as they are. A segment left without text is untranslated. */
export function writeReplacements(tr: Transform, places: readonly Replacement[], confirmed: ConfirmedBecome): number {
  const bySegment = new Map<string, Replacement[]>();
  for (const place of places) {
    const known = bySegment.get(place.segment);
    if (known) known.push(place);
    else bySegment.set(place.segment, [place]);
  }
  let written = 0;
  // From the end, so that the positions of those before stay.
  for (const segment of segments(tr.doc).toReversed()) {
    const own = bySegment.get(segment.id);
    if (own) written += writeIn(tr, segment, own, confirmed);
  }
  return written;
}

function writeIn(tr: Transform, segment: Segment, places: readonly Replacement[], confirmed: ConfirmedBecome): number {
  const { text } = segment;
  const standing = places
    .filter(({ from, to, before, after }) => text.slice(from, to) === before && before !== after)
    .sort((a, b) => a.from - b.from)
    .filter(({ from }, at, all) => at === 0 || from >= (all[at - 1]?.to ?? 0));
  const after = standing.reduceRight(
    (now, place) => now.slice(0, place.from) + place.after + now.slice(place.to),
    text,
  );
  if (standing.length === 0 || !isRendering(after)) return 0;
  for (const place of standing.toReversed()) {
    const from = segment.pos + 1 + place.from;
    const around = coveringAnchors(tr.doc, from, segment.pos + 1 + place.to);
    writeWords(tr, from, place, (start, end) => [...around, ...coveringAnchors(tr.doc, start, end)]);
  }
  if (after === '' || confirmed === 'draft' || !isConfirmed(segment.status)) vouch(tr, segment, after);
  return standing.length;
}

function vouch(tr: Transform, segment: Segment, text: string): void {
  setAttributes(tr, segment.pos, { ...editedStanding(text, segment) });
}

import type { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { renamed } from '../../names/entity/rendered-name.ts';
import { anchoredText, type Reading } from '../model/anchored.ts';
import { markedMentions } from '../model/marked.ts';
import { eachSegment, segmentAt } from '../model/read.ts';
import type { RenderingPlace } from '../model/rendering-place.ts';
import { isRendering } from '../model/rendering-text.ts';
import { schema } from '../model/schema.ts';
import { editedStanding } from '../model/standing.ts';
import { setAttributes } from './seam.ts';
import { coveringAnchors } from './typing.ts';
import { writeWords } from './words.ts';

/** Where a mention would read otherwise, and how. `from` and `to` are offsets of the segment's rendering. */
export interface RenamePlace extends RenderingPlace {
  readonly mention: string;
  readonly before: string;
  readonly after: string;
}

/** Another preferred English name of an entity. */
export interface Renaming {
  readonly entity: string;
  readonly old: string;
  readonly fresh: string;
}

/** The places of a document that a renaming would change, in order: the accepted mentions of the entity that are rendered
 *  with its old name in one of its written forms (`renamed`). Those that have another of its names stay as they are. */
export function renamePlaces(doc: Node, source: string, { entity, old, fresh }: Renaming): readonly RenamePlace[] {
  return markedMentions(doc, source).flatMap(({ id, entity: own, state, rendering }) => {
    if (own !== entity || state !== 'accepted' || !rendering) return [];
    const { segment, from, to, text: before } = rendering;
    const after = renamed(before, old, fresh);
    return after === null || after === before ? [] : [{ mention: id, segment, from, to, before, after }];
  });
}

/**
 * Writes `after` at those of `places` that still read `before`, wherever in the document they stand by now; gives the
 * others. Only the words that differ are replaced, so that names inside stay marked, and the anchors of the mention and
 * of the names around it hold what is new. A segment that was confirmed is a draft, as after typing: nobody has vouched
 * for the sentence that the new name stands in.
 */
export function writeNames(
  tr: Transform,
  places: readonly Pick<RenamePlace, 'mention' | 'before' | 'after'>[],
): readonly string[] {
  const left: string[] = [];
  for (const { mention, before, after } of places) {
    const found = englishOf(tr.doc, mention);
    if (found?.reading.text === before && after.trim() !== '' && isRendering(after))
      writeOver(tr, mention, found, after);
    else left.push(mention);
  }
  return left;
}

interface English {
  readonly pos: number;
  readonly reading: Reading;
}

/** The English of a mention in the first segment that has some. */
function englishOf(doc: Node, mention: string): English | null {
  let found: English | null = null;
  eachSegment(doc, (node, pos) => {
    const reading = anchoredText(node).get(mention);
    if (reading) found = { pos, reading };
    return !reading;
  });
  return found;
}

function writeOver(tr: Transform, mention: string, { pos, reading }: English, after: string): void {
  const from = pos + 1 + reading.from;
  const names = [schema.mark('anchor', { id: mention }), ...coveringAnchors(tr.doc, from, pos + 1 + reading.to)];
  writeWords(tr, from, { before: reading.text, after }, () => names);
  const segment = segmentAt(tr.doc, pos + 1);
  if (segment) setAttributes(tr, segment.pos, { ...editedStanding(segment.text, segment) });
}

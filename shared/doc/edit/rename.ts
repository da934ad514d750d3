import { Fragment, Mark, type Node, Slice } from 'prosemirror-model';
import { ReplaceStep, type Transform } from 'prosemirror-transform';
import type { Span } from '../../core/span.ts';
import { wordDiff } from '../../language/words/word-diff.ts';
import { renamed } from '../../names/entity/rendered-name.ts';
import { anchoredText, type Reading } from '../model/anchored.ts';
import { markedMentions } from '../model/marked.ts';
import { eachSegment, segmentAt } from '../model/read.ts';
import type { RenderingPlace } from '../model/rendering-place.ts';
import { isRendering } from '../model/rendering-text.ts';
import { schema } from '../model/schema.ts';
import { editedStanding } from '../model/standing.ts';
import { setAttributes } from './seam.ts';
import { anchorsOver, coveringAnchors } from './typing.ts';

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
  for (const change of replacements(reading.text, after).toReversed()) {
    const [start, end] = [from + change.from, from + change.to];
    const marks = [...names, ...anchorsOver(tr.doc, start, end)].reduce(withMark, Mark.none);
    const insert = change.insert === '' ? Fragment.empty : Fragment.from(schema.text(change.insert, marks));
    tr.step(new ReplaceStep(start, end, new Slice(insert, 0, 0)));
  }
  const segment = segmentAt(tr.doc, pos + 1);
  if (segment) setAttributes(tr, segment.pos, { ...editedStanding(segment.text, segment) });
}

/** What makes `before` into `after`, word by word in order, as offsets of `before`. */
function replacements(before: string, after: string): readonly (Span & { readonly insert: string })[] {
  const found: { from: number; to: number; insert: string }[] = [];
  let at = 0;
  for (const { kind, text } of wordDiff(before, after)) {
    const last = found.at(-1);
    if (kind === 'removed') found.push({ from: at, to: at + text.length, insert: '' });
    else if (kind === 'added' && last?.to === at) last.insert = text;
    else if (kind === 'added') found.push({ from: at, to: at, insert: text });
    if (kind !== 'added') at += text.length;
  }
  return found;
}

function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  return mark.addToSet(marks);
}

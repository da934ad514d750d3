import type { Mark, Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';

/** The anchors that text takes which is written over `from`–`to` of one rendering: of the names that cover all of it and
 *  of which something is left on either side. A name that is written over from end to end is gone; a caret at the edge of
 *  one is outside it. */
export function anchorsOver(doc: Node, from: number, to: number): readonly Mark[] {
  const left = marksBefore(doc, from);
  const right = doc.resolve(to).nodeAfter?.marks ?? [];
  if (from === to) return left.filter((mark) => mark.isInSet(right));
  return coveringAnchors(doc, from, to).filter((mark) => mark.isInSet(left) || mark.isInSet(right));
}

/** The anchors that typing goes on with where `tr` has left the caret, `null` for those that stand there anyway. Whoever
 *  mends the end of a name, by taking its last letters away and typing others, is still writing the name: until white
 *  space, or until the caret goes elsewhere. */
export function anchorsToGoOn(tr: Transaction): readonly Mark[] | null {
  const { doc, selection } = tr;
  const change = lastReplacement(tr);
  if (!change || !selection.empty || selection.head !== change.to || /\s$/u.test(change.text)) return null;
  const { from, to, removed } = change;
  const touched = from < to ? coveringAnchors(doc, from, to) : removed;
  const after = doc.resolve(to).nodeAfter?.marks ?? [];
  const ended = marksBefore(doc, from).filter((mark) => mark.isInSet(touched) && !mark.isInSet(after));
  return ended.length > 0 ? [...doc.resolve(to).marks(), ...ended] : null;
}

/** The last stretch of text that `tr` replaced, as it stands after it, and what stood on the last letter it took away. */
function lastReplacement(tr: Transaction) {
  const index = tr.steps.findLastIndex((step) => step instanceof ReplaceStep);
  const [step, before] = [tr.steps[index], tr.docs[index]];
  if (!(step instanceof ReplaceStep) || !before) return null;
  const rest = tr.mapping.slice(index + 1);
  const from = rest.map(step.from, -1);
  const to = rest.map(step.from + step.slice.size, 1);
  if (!tr.doc.resolve(from).sameParent(tr.doc.resolve(to)) || !tr.doc.resolve(from).parent.inlineContent) return null;
  const removed = step.from < step.to ? marksBefore(before, step.to) : [];
  return { from, to, removed, text: tr.doc.textBetween(from, to) };
}

function marksBefore(doc: Node, pos: number): readonly Mark[] {
  return doc.resolve(pos).nodeBefore?.marks ?? [];
}

/** The anchors that stand on all of a stretch of rendering text. */
export function coveringAnchors(doc: Node, from: number, to: number): readonly Mark[] {
  let covering: readonly Mark[] | null = null;
  doc.nodesBetween(from, to, ({ isText, marks }) => {
    if (isText) covering = covering === null ? marks : covering.filter((mark) => mark.isInSet(marks));
  });
  return covering ?? [];
}

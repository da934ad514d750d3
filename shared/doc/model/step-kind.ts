import type { Fragment, Node, ResolvedPos, Slice } from 'prosemirror-model';
import { AddMarkStep, AttrStep, RemoveMarkStep, ReplaceStep, type Step } from 'prosemirror-transform';
import { CorrectionStep } from './correction-step.ts';
import { LinkStep } from './link-step.ts';
import { schema } from './schema.ts';

/**
 * What a step does to a document.
 * - `text`: replaces text inside one rendering
 * - `attribute`: kind, status, origin or links of a segment
 * - `mention`: a mention, or an anchor on rendering text
 * - `source`: corrects the Persian
 * - `structure`: borders between segments or pages, the range or id of a segment
 * - `across`: takes away rendering text and borders at once. A deletion that was rebased over another person's split does
 *   that, so the server takes it as structure; an editor refuses it from its own user
 * - `forbidden`: anything else, and whatever the schema does not know
 */
export type Change = 'text' | 'attribute' | 'mention' | 'source' | 'structure' | 'across' | 'forbidden';

/** Tells what `step` does to `doc`. Never throws, whatever the step holds: one that is not `forbidden` may still fail to
 *  apply, and the laws are looked at after it. */
export function classify(step: Step, doc: Node): Change {
  if (step instanceof ReplaceStep) return replacement(step, doc);
  if (step instanceof AttrStep) return attribute(step, doc);
  if (step instanceof LinkStep) return step.apply(doc).failed === null ? 'attribute' : 'forbidden';
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return anchoring(step, doc);
  if (step instanceof CorrectionStep) return 'source';
  if (isSet(step)) return step.steps.every((part) => classify(part, doc) === 'mention') ? 'mention' : 'forbidden';
  return 'forbidden';
}

function replacement({ from, to, slice }: ReplaceStep, doc: Node): Change {
  if (!inside(doc, from, to) || !isSound(() => closedNodes(slice))) return 'forbidden';
  const $from = doc.resolve(from);
  const $to = doc.resolve(to);
  if (!fits(slice, $from, $to)) return 'forbidden';
  const inserted = slice.content.content;
  if (holder($from) === 'standoff' && holder($to) === 'standoff')
    return inserted.every((node) => node.type.name === 'mention') ? 'mention' : 'forbidden';
  if (to >= standoffStart(doc) || inserted.some((node) => !isPassage(node))) return 'forbidden';
  const oneRendering = holder($from) === 'segment' && $from.sameParent($to);
  if (oneRendering && inserted.every((node) => node.isText)) return 'text';
  return !oneRendering && doc.textBetween(from, to) !== '' ? 'across' : 'structure';
}

function attribute({ pos, attr, value }: AttrStep, doc: Node): Change {
  const node = inside(doc, pos, pos) ? doc.nodeAt(pos) : null;
  if (!node || !Object.hasOwn(node.attrs, attr)) return 'forbidden';
  if (!isSound(() => [node.type.create({ ...node.attrs, [attr]: value })])) return 'forbidden';
  if (node.type.name === 'mention') return 'mention';
  return attr === 'id' || attr === 'from' || attr === 'to' ? 'structure' : 'attribute';
}

function anchoring({ from, to, mark }: AddMarkStep | RemoveMarkStep, doc: Node): Change {
  if (!inside(doc, from, to) || to >= standoffStart(doc)) return 'forbidden';
  return mark.type.name === 'anchor' && isSound(() => [schema.text('-', [mark])]) ? 'mention' : 'forbidden';
}

/** Part of a step that takes several marks at once, as the inverse of a mark step may; the library keeps its class to itself. */
function isSet(step: Step): step is Step & { readonly steps: readonly Step[] } {
  return 'steps' in step && Array.isArray(step.steps);
}

function inside(doc: Node, from: number, to: number): boolean {
  return Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= doc.content.size;
}

function standoffStart(doc: Node): number {
  return doc.content.size - (doc.lastChild?.nodeSize ?? 0);
}

/** True when the slice is open as deep as it says, and no deeper than the places it goes between. */
function fits({ content, openStart, openEnd }: Slice, $from: ResolvedPos, $to: ResolvedPos): boolean {
  const open = (depth: number, next: (parent: Fragment) => Node | null) => {
    let parent = content;
    for (let level = 0; level < depth; level++) {
      const node = next(parent);
      if (!node || node.isLeaf) return false;
      parent = node.content;
    }
    return Number.isInteger(depth) && depth >= 0;
  };
  return (
    openStart <= $from.depth &&
    $from.depth - openStart === $to.depth - openEnd &&
    open(openStart, (parent) => parent.firstChild) &&
    open(openEnd, (parent) => parent.lastChild)
  );
}

function holder($pos: ResolvedPos): string {
  return $pos.parent.type.name;
}

/** True for pages, segments and text in which nothing else stands. */
function isPassage(node: Node): boolean {
  if (node.isText) return true;
  return (node.type.name === 'page' || node.type.name === 'segment') && node.children.every(isPassage);
}

/** The nodes of a slice that must be whole: an open page may have no segment of its own yet. */
function closedNodes({ content, openStart, openEnd }: Slice): readonly Node[] {
  return content.content.filter((node) => {
    const isOpen = (openStart > 0 && node === content.firstChild) || (openEnd > 0 && node === content.lastChild);
    return !(isOpen && node.childCount === 0);
  });
}

/** True when these nodes can be made and keep the schema, with their attributes, marks and content. */
function isSound(made: () => readonly Node[]): boolean {
  try {
    for (const node of made()) node.check();
    return true;
  } catch {
    return false;
  }
}

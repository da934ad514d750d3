import { Fragment, type Node, Slice } from 'prosemirror-model';
import { AttrStep, type Mappable, ReplaceStep, type Step, type Transform } from 'prosemirror-transform';
import { type LinkLayer, mentionAttrs, segmentAttrs } from './schema.ts';
import { movedLinks, movedSpan, sourceMapping } from './source-map.ts';

/*
 * Steps that hold offsets of the source: the ranges of segments and mentions, and links. Brought over a correction, as when a
 * client takes in what others did, or undoes an older change, they take their offsets along; as the library makes them they
 * would not. They apply, invert and travel as the steps that they are.
 */

class SourcedAttrStep extends AttrStep {
  override map(mapping: Mappable): AttrStep | null {
    const mapped = super.map(mapping) as AttrStep | null;
    return mapped && new SourcedAttrStep(mapped.pos, this.attr, movedValue(this.attr, this.value, mapping));
  }

  override invert(doc: Node): AttrStep {
    const { pos, attr, value } = super.invert(doc) as AttrStep;
    return new SourcedAttrStep(pos, attr, value);
  }
}

class SourcedReplaceStep extends ReplaceStep {
  override map(mapping: Mappable): ReplaceStep | null {
    const mapped = super.map(mapping) as ReplaceStep | null;
    return mapped && sourcedReplace(mapped, movedSlice(mapped.slice, mapping));
  }

  override invert(doc: Node): ReplaceStep {
    return sourcedReplace(super.invert(doc) as ReplaceStep);
  }

  override merge(other: Step): ReplaceStep | null {
    const merged = super.merge(other) as ReplaceStep | null;
    return merged && sourcedReplace(merged);
  }
}

function sourcedReplace(step: ReplaceStep, slice: Slice = step.slice): ReplaceStep {
  return new SourcedReplaceStep(step.from, step.to, slice, isStructure(step));
}

/** `step` so that it takes offsets of the source along; `doc` is the document that it applies to. */
export function sourced(step: Step, doc: Node): Step {
  if (step.constructor === AttrStep) {
    const { pos, attr, value } = step as AttrStep;
    return attr === 'from' || attr === 'to' || attr === 'links' ? new SourcedAttrStep(pos, attr, value) : step;
  }
  return step.constructor === ReplaceStep && !isTyping(step as ReplaceStep, doc)
    ? sourcedReplace(step as ReplaceStep)
    : step;
}

/** Makes the steps of `tr` take offsets of the source along, and gives it back. To be called before it is applied to a state;
 *  nothing else about it changes. */
export function keepOffsets<T extends Transform>(tr: T): T {
  for (const [index, step] of tr.steps.entries()) tr.steps[index] = sourced(step, tr.docs[index] ?? tr.doc);
  return tr;
}

/** True for a step that neither brings nor takes anything but text of one rendering. */
function isTyping({ from, to, slice }: ReplaceStep, doc: Node): boolean {
  if (slice.openStart > 0 || slice.openEnd > 0 || !slice.content.content.every((node) => node.isText)) return false;
  const $from = doc.resolve(from);
  return $from.parent.inlineContent && to <= $from.end();
}

/** What the library keeps to itself: it looks at no content of such a step. */
function isStructure(step: ReplaceStep): boolean {
  return (step as unknown as { readonly structure: boolean }).structure;
}

function movedValue(attr: string, value: unknown, mapping: Mappable): unknown {
  const source = value === null ? null : sourceMapping(mapping);
  if (!source) return value;
  if (attr === 'from') return source.map(value as number, -1);
  if (attr === 'to') return source.map(value as number, 1);
  return movedLinks(value as readonly LinkLayer[], source);
}

/** `slice` with its offsets of the source as `mapping` leaves them. */
export function movedSlice(slice: Slice, mapping: Mappable): Slice {
  const source = slice.size === 0 ? null : sourceMapping(mapping);
  return source ? new Slice(movedNodes(slice.content, source), slice.openStart, slice.openEnd) : slice;
}

function movedNodes(nodes: Fragment, source: Mappable): Fragment {
  return Fragment.fromArray(
    nodes.content.map((node) => {
      if (node.type.name === 'segment') return movedSegment(node, source);
      if (node.type.name === 'mention') return movedMention(node, source);
      return node.isText ? node : node.copy(movedNodes(node.content, source));
    }),
  );
}

function movedSegment(node: Node, source: Mappable): Node {
  const attrs = segmentAttrs(node);
  const from = source.map(attrs.from, -1);
  const to = attrs.from === attrs.to ? from : Math.max(from, source.map(attrs.to, 1));
  const links = attrs.links && movedLinks(attrs.links, source);
  return node.type.create({ ...attrs, from, to, links }, node.content, node.marks);
}

function movedMention(node: Node, source: Mappable): Node {
  const { from, to, ...attrs } = mentionAttrs(node);
  if (from === null || to === null) return node;
  const span = movedSpan({ from, to }, source);
  return node.type.create({ ...attrs, ...(span.from < span.to ? span : { from: null, to: null }) });
}

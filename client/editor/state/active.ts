import type { Node } from 'prosemirror-model';
import type { EditorState, Selection } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { type Segment, segmentAt } from '../../../shared/doc/model/read.ts';

/** What is known of states and segments lives no longer than they do. */
const ofState = new WeakMap<EditorState, Segment | null>();
const ofNode = new WeakMap<Node, Segment>();

/** The segment that holds the caret; the same object as long as neither it nor its place changes. */
export function activeSegment(state: EditorState): Segment | null {
  const known = ofState.get(state);
  if (known !== undefined) return known;
  const found = segmentAt(state.doc, state.selection.head);
  const segment = found && sameAsBefore(found);
  ofState.set(state, segment);
  return segment;
}

function sameAsBefore(segment: Segment): Segment {
  const before = ofNode.get(segment.node);
  if (before && before.pos === segment.pos && before.index === segment.index) return before;
  ofNode.set(segment.node, segment);
  return segment;
}

/**
 * Marks the row of the active segment, and its page: the browser must draw that one wherever it is, or what is typed in the
 * frame in which the caret came there would go astray. The pages beside it and that of the other end of the selection are
 * awake, and so are those at `waking`.
 */
export function activeDecoration(state: EditorState, waking: readonly number[] = []): DecorationSet {
  const { doc, selection } = state;
  const segment = activeSegment(state);
  const active = segment && doc.resolve(segment.pos).before();
  const awake = new Set([...waking, ...awakePages(doc, selection)]);
  const decorations = Array.from(awake, (pos) => {
    const end = pos + (doc.nodeAt(pos)?.nodeSize ?? 0);
    return Decoration.node(pos, end, pos === active ? { class: 'awake' } : {}, { awake: true, active: pos === active });
  });
  if (segment) {
    const { pos, node } = segment;
    const looks = { class: 'active', 'aria-current': 'true' };
    decorations.push(Decoration.node(pos, pos + node.nodeSize, looks, { active: true }));
  }
  return DecorationSet.create(doc, decorations);
}

/** Where the pages of both ends of a selection begin, and those beside that of its head. */
function awakePages(doc: Node, { $anchor, $head }: Selection): readonly number[] {
  const pages: number[] = [];
  if ($anchor.depth > 0 && $anchor.node(1).type.name === 'page') pages.push($anchor.before(1));
  if ($head.depth === 0) return pages;
  const [index, start] = [$head.index(0), $head.before(1)];
  for (const step of [-1, 0, 1]) {
    const page = doc.maybeChild(index + step);
    if (page?.type.name !== 'page') continue;
    pages.push(step < 0 ? start - page.nodeSize : step > 0 ? $head.after(1) : start);
  }
  return pages;
}

/** True when the decorations of a row or page are those of the active one. */
export function isActive(decorations: readonly Decoration[]): boolean {
  return decorations.some(({ spec }) => spec.active === true);
}

/** True when the decorations of a page say that it must have its rows. */
export function isAwake(decorations: readonly Decoration[]): boolean {
  return decorations.some(({ spec }) => spec.awake === true);
}

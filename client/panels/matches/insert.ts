import { closeHistory } from 'prosemirror-history';
import { TextSelection } from 'prosemirror-state';
import type { MemoryMatch } from '../../../shared/core/memory.ts';
import { setMatch, type TakenMatch, type TakenStanding, takenFrom } from '../../../shared/doc/edit/match.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { asRendering } from '../../../shared/doc/model/rendering-text.ts';
import type { Editor } from '../../editor/editor.ts';
import { withOwnStanding } from '../../editor/state/status.ts';

/** How a match stands that a person took. */
export function byMemory(match: Pick<MemoryMatch, 'score' | 'origin'>): TakenStanding {
  return { status: 'draft', origin: 'memory', taken: takenFrom(match, Date.now()) };
}

/** How one stands that nobody has looked at. */
export function filledIn(match: Pick<MemoryMatch, 'score' | 'origin'>): TakenStanding {
  return { ...byMemory(match), status: 'suggested' };
}

/** How what a machine suggests stands; `name` says which one. */
export function byMachine(name: string): TakenStanding {
  return { status: 'draft', origin: 'machine', taken: { score: null, from: name, at: Date.now() } };
}

/** Makes the English of a match, or what a machine suggests, the rendering of a segment, as one undo. The names in it belong to the mentions of the segment at once. False where it cannot be. */
export function takeMatch({ view }: Editor, segment: string, match: TakenMatch, taken: TakenStanding): boolean {
  if (!view.editable) return false;
  const tr = withOwnStanding(closeHistory(view.state.tr));
  if (!setMatch(tr, segment, match, taken)) return false;
  const made = segmentById(tr.doc, segment);
  if (made) tr.setSelection(TextSelection.create(tr.doc, made.pos + made.node.nodeSize - 1)).scrollIntoView();
  view.dispatch(tr);
  view.dispatch(closeHistory(view.state.tr));
  view.focus();
  return true;
}

/** Writes `english` at the caret, in place of what is selected, as if it were typed. A space parts it from a word before it. */
export function insertPart(editor: Editor, english: string): boolean {
  const { view } = editor;
  const segment = editor.activeSegment();
  const { from, to } = view.state.selection;
  if (!view.editable || !segment || english === '' || to > segment.pos + segment.node.nodeSize - 1) return false;
  const before = segment.text.slice(0, from - segment.pos - 1);
  const gap = /[\p{L}\p{N}.,;:!?)”’]$/u.test(before) ? ' ' : '';
  view.dispatch(
    closeHistory(view.state.tr)
      .insertText(gap + asRendering(english), from, to)
      .scrollIntoView(),
  );
  view.dispatch(closeHistory(view.state.tr));
  view.focus();
  return true;
}

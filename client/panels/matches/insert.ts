import { closeHistory } from 'prosemirror-history';
import { TextSelection } from 'prosemirror-state';
import type { Origin, Status } from '../../../shared/core/status.ts';
import { setMatch, type TakenMatch } from '../../../shared/doc/edit/match.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { asRendering } from '../../../shared/doc/model/rendering-text.ts';
import type { Editor } from '../../editor/editor.ts';
import { withOwnStanding } from '../../editor/state/status.ts';

/** How a rendering that was taken stands. */
interface Taken {
  readonly status: Status;
  readonly origin: Origin;
}

const byMemory: Taken = { status: 'draft', origin: 'memory' };
/** From a memory, and nobody has looked at it. */
export const filledIn: Taken = { status: 'suggested', origin: 'memory' };
export const byMachine: Taken = { status: 'draft', origin: 'machine' };

/** Makes the English of a match, or what a machine suggests, the rendering of a segment, as one undo. The names in it belong to the mentions of the segment at once. False where it cannot be. */
export function takeMatch({ view }: Editor, segment: string, match: TakenMatch, taken: Taken = byMemory): boolean {
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

import { closeHistory } from 'prosemirror-history';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import type { DocumentFinding } from '../../../shared/doc/checks/document-finding.ts';
import { applyRemedy, type Remedy } from '../../../shared/doc/checks/remedy.ts';
import { segmentMentions } from '../../../shared/doc/model/marked.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { activeSegment } from '../../editor/state/active.ts';
import { withOwnStanding } from '../../editor/state/status.ts';

/** True where the caret stands in or beside the English that a finding is about, or that English is selected. */
export function isAtCaret({ segment, found }: DocumentFinding, state: EditorState): boolean {
  const active = activeSegment(state);
  if (active === null || active.id !== segment || found?.side !== 'target' || found.from === found.to) return false;
  const { from, to } = state.selection;
  const start = active.pos + 1;
  return found.from <= from - start && to - start <= found.to;
}

/** Goes to where a finding is: to the English of its mention or to the stretch of English that it is about, which is selected, else to the end of its segment. Refused
 *  for one that stands in no segment. */
export function goToFinding({ segment: id, mention: about, found }: DocumentFinding, source: string): Command {
  return ({ doc, tr }, dispatch) => {
    const segment = id === null ? null : segmentById(doc, id);
    if (!segment) return false;
    const parts = segmentMentions(doc, segment.node, source);
    const end = segment.text.length;
    const part = about === null ? null : parts.find(({ mention }) => mention.id === about)?.rendering;
    const own = found?.side === 'target' && found.to <= end ? found : null;
    const { from, to } = part ?? own ?? { from: end, to: end };
    const start = segment.pos + 1;
    dispatch?.(tr.setSelection(TextSelection.create(doc, start + from, start + to)).scrollIntoView());
    return true;
  };
}

/** Does a remedy as one change, one undo. Refused when it cannot be done any more. */
export function doRemedy(remedy: Remedy, source: SourceText): Command {
  return (state, dispatch) => {
    const tr = withOwnStanding(closeHistory(state.tr));
    if (!applyRemedy(tr, remedy, source)) return false;
    dispatch?.(tr);
    return true;
  };
}

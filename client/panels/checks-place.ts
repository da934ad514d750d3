import { closeHistory } from 'prosemirror-history';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { EntityFinding } from '../../shared/doc/entity-finding.ts';
import type { SourceText } from '../../shared/doc/law.ts';
import { segmentMentions } from '../../shared/doc/marked.ts';
import { segmentById } from '../../shared/doc/read.ts';
import { applyRemedy, type Remedy } from '../../shared/doc/remedy.ts';
import { withOwnStanding } from '../editor/status.ts';

/** Goes to where a finding is: to the English of its mention, else to the end of its segment. One that stands in no segment
 *  leaves the caret where it is. */
export function goToFinding(view: EditorView, { segment: id, mention: about }: EntityFinding, source: string): void {
  const { doc, tr } = view.state;
  const segment = id === null ? null : segmentById(doc, id);
  if (segment) {
    const parts = segmentMentions(doc, segment.node, source);
    const end = segment.text.length;
    const { from, to } = parts.find(({ mention }) => mention.id === about)?.rendering ?? { from: end, to: end };
    const start = segment.pos + 1;
    view.dispatch(tr.setSelection(TextSelection.create(doc, start + from, start + to)).scrollIntoView());
  }
  view.focus();
}

/** Does a remedy as one change, one undo; `false` when it cannot be done. */
export function doRemedy(view: EditorView, remedy: Remedy, source: SourceText): boolean {
  const { doc } = view.state;
  const tr = withOwnStanding(closeHistory(view.state.tr));
  if (applyRemedy(tr, remedy, source)) view.dispatch(tr);
  return view.state.doc !== doc;
}

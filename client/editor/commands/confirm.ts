import { closeHistory } from 'prosemirror-history';
import type { Command } from 'prosemirror-state';
import { isConfirmed, isReviewed, type Status } from '../../../shared/core/status.ts';
import { setStatus } from '../../../shared/doc/edit/structure.ts';
import { type Segment, segmentAt } from '../../../shared/doc/model/read.ts';
import { enter, type IsShown, nextUndone } from './navigate.ts';

/** True when there is something that a person can vouch for: a rendering with more than white space in it. */
export function canConfirm(segment: Segment): boolean {
  return /[^\p{White_Space}\p{Cf}]/u.test(segment.text);
}

/** Confirms the active segment. What is already confirmed stays as far as it is. */
export const confirmSegment: Command = (state, dispatch) => {
  const segment = segmentAt(state.doc, state.selection.head);
  if (!segment || !canConfirm(segment)) return false;
  const tr = closeHistory(state.tr);
  if (!isConfirmed(segment.status)) setStatus(tr, segment.id, 'translated');
  if (tr.docChanged) dispatch?.(tr);
  return true;
};

/** Confirms the active segment and goes to the next one that is not; stays where every one is confirmed. */
export function confirmAndGoOn(isShown: IsShown): Command {
  return goingOn('translated', isConfirmed, isShown);
}

/** Says that the active segment is reviewed and goes to the next one that is not; a final one stays final. */
export function reviewAndGoOn(isShown: IsShown): Command {
  return goingOn('reviewed', isReviewed, isShown);
}

/** Gives the active segment `status` unless it `isDone`, and goes to the next one that is not. */
function goingOn(status: Status, isDone: (status: Status) => boolean, isShown: IsShown): Command {
  return (state, dispatch) => {
    const segment = segmentAt(state.doc, state.selection.head);
    if (!segment || !canConfirm(segment)) return false;
    const tr = closeHistory(state.tr);
    if (!isDone(segment.status)) setStatus(tr, segment.id, status);
    const next = nextUndone(tr.doc, segment.index, isShown, isDone);
    if (next) enter(tr, next);
    dispatch?.(tr);
    return true;
  };
}

/** Says where the active segment stands. Nobody can vouch for what has no rendering. */
export function say(status: Status): Command {
  return (state, dispatch) => {
    const segment = segmentAt(state.doc, state.selection.head);
    if (!segment || (isConfirmed(status) && !canConfirm(segment))) return false;
    const tr = closeHistory(state.tr);
    if (setStatus(tr, segment.id, status)) dispatch?.(tr);
    return true;
  };
}

import { closeHistory, redo, undo } from 'prosemirror-history';
import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { isConfirmed, isReviewed, type Status, statuses } from '../../shared/core/status.ts';
import type { SourceText } from '../../shared/doc/model/source.ts';
import { confirmAndGoOn, confirmSegment, reviewAndGoOn, say } from './commands/confirm.ts';
import { joinActive, partActive } from './commands/correct.ts';
import { goBy, goToUnconfirmed, type IsShown } from './commands/navigate.ts';
import { clearActive, copySourceOver, insertZwnj } from './commands/rendering.ts';
import { mergeActive, moveBorder, toggleLead } from './commands/structure.ts';
import { withSelection } from './page/dom-selection.ts';
import { borderAfter, borderPlaces } from './spine/boundary-drag.ts';
import { activeSegment } from './state/active.ts';
import { keptByUndo } from './state/kept.ts';
import type { NoticeKey } from './state/labels.ts';

/** What commands need that is not in the document. */
export interface CommandContext {
  readonly view: EditorView;
  readonly source: SourceText;
  readonly isShown: IsShown;
  notice(key: NoticeKey, count?: number): void;
  /** Splits at the caret; asks for the place in the source first where nobody has said it. */
  split(): boolean;
  /** Opens the Persian of the active segment to be corrected. */
  correct(): boolean;
  readonly newId: () => string;
  /** Covers what is to be marked as a name. */
  mark(): boolean;
  /** Begins to link words, or ends it. */
  link(): boolean;
  /** Begins to mend the alignment, or ends it. */
  mend(): boolean;
  /** Decisions that stand outside the document: each gives `false` where the history is to be asked. */
  readonly decisions: { undo(): boolean; redo(): boolean };
  /** Goes to the next proposal, or tells that there is none. */
  propose(): void;
  /** Says before which word of the source a border stands now. */
  tellBorder(offset: number): void;
}

/** The commands of `client/keys` that the editor carries out. Each gives `false` when it has nothing to do here. */
export type EditorCommands = ReturnType<typeof editorCommands>;

export function editorCommands(context: CommandContext) {
  const { view, source, isShown, notice, split, correct, newId, mark, link, mend, decisions, propose, tellBorder } =
    context;
  const can = (command: Command) => command(view.state, view.dispatch, view);
  /** An edit is one undo: neither what was typed before it nor what is typed after it belongs to it. */
  const edit = (command: Command, otherwise: NoticeKey | null = null) => {
    if (!view.editable) notice('readOnly');
    else if (can(command)) view.dispatch(closeHistory(view.state.tr));
    else if (otherwise) notice(otherwise);
    return true;
  };
  /** Undo and redo say what they have left as others made it meanwhile. */
  const goBack = (command: Command) => {
    if (!view.editable) notice('readOnly');
    else if (can(command)) {
      const kept = keptByUndo(view.state);
      if (kept > 0) notice('keptByUndo', kept);
      view.dispatch(closeHistory(view.state.tr));
    }
    return true;
  };
  const go = (command: Command, otherwise: NoticeKey | null = null) => {
    const went = can(command);
    if (went) view.focus();
    else if (otherwise) notice(otherwise);
    return true;
  };
  const moveWord = (words: 1 | -1) => {
    const active = activeSegment(view.state);
    const border = active && borderAfter(view.state.doc, active.id, source);
    const offset = border && nextPlace(borderPlaces(source.text, border), border.right.from, words);
    if (!border || offset === null) notice('cannotMoveBoundary');
    else {
      edit(moveBorder(border.left.id, offset, source), 'cannotMoveBoundary');
      tellBorder(offset);
    }
    return true;
  };
  /** Says something of the active segment and goes on; tells where nothing is left to go on to. */
  const goOn = (command: Command, isDone: (status: Status) => boolean, allDone: NoticeKey) => {
    const before = activeSegment(view.state);
    edit(command, 'nothingToConfirm');
    const after = activeSegment(view.state);
    if (after && after.id === before?.id && isDone(after.status)) notice(allDone);
    return true;
  };
  const setStatus = Object.fromEntries(
    statuses.map((status) => [`segment.setStatus.${status}`, () => edit(say(status), 'nothingToConfirm')]),
  ) as Record<`segment.setStatus.${Status}`, () => boolean>;

  return withSelection(view, {
    'segment.confirmNext': () => goOn(confirmAndGoOn(isShown), isConfirmed, 'allConfirmed'),
    'segment.confirm': () => edit(confirmSegment, 'nothingToConfirm'),
    'segment.reviewNext': () => goOn(reviewAndGoOn(isShown), isReviewed, 'allReviewed'),
    'segment.previous': () => go(goBy(-1, isShown)),
    'segment.next': () => go(goBy(1, isShown)),
    'segment.nextUnconfirmed': () => go(goToUnconfirmed(isShown), 'allConfirmed'),
    'segment.split': split,
    'segment.merge': () => edit(mergeActive(1, source), 'cannotMerge'),
    'segment.mergePrevious': () => edit(mergeActive(-1, source), 'cannotMerge'),
    'segment.boundaryBack': () => moveWord(-1),
    'segment.boundaryForward': () => moveWord(1),
    'segment.toggleLead': () => edit(toggleLead),
    ...setStatus,
    'segment.copySource': () => edit(copySourceOver(source)),
    'segment.clear': () => edit(clearActive),
    'source.correct': correct,
    'source.join': () => edit(joinActive(source), 'cannotJoin'),
    'source.part': () => edit(partActive(newId(), source), 'cannotPart'),
    'edit.undo': () => decisions.undo() || goBack(undo),
    'edit.redo': () => decisions.redo() || goBack(redo),
    'edit.zwnj': () => edit(insertZwnj, 'acrossSegments'),
    'mention.mark': mark,
    'link.mode': () => {
      if (!link()) notice('nothingToLink');
      return true;
    },
    'mend.mode': mend,
    'proposal.next': () => {
      propose();
      return true;
    },
  });
}

/** The place after `from` (1) or before it (-1), or `null` when there is none. */
function nextPlace(places: readonly number[], from: number, step: 1 | -1): number | null {
  const place = step === 1 ? places.find((place) => place > from) : places.findLast((place) => place < from);
  return place ?? null;
}

import { closeHistory } from 'prosemirror-history';
import { TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { confirmAbove, insertRow, leaveOut, removeRow, setAlignment } from '../../../shared/doc/edit/row.ts';
import { closeUp, pullSentence, pushSentence } from '../../../shared/doc/edit/sentence.ts';
import { shiftSide } from '../../../shared/doc/edit/shift.ts';
import { mergeSide, type Side, splitSide } from '../../../shared/doc/edit/side.ts';
import { mergeSegments, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { type Segment, segmentByIndex, segmentCount } from '../../../shared/doc/model/read.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { pieces } from '../../../shared/language/sentences/pieces.ts';
import { englishRules, persianRules, type SegmentationRules } from '../../../shared/language/sentences/rules.ts';
import { enter, type IsShown } from '../commands/navigate.ts';
import { withSelection } from '../page/dom-selection.ts';
import { besideWord } from '../spine/source-words.ts';
import { activeSegment } from '../state/active.ts';
import type { NoticeKey } from '../state/labels.ts';
import { withOwnStanding } from '../state/status.ts';
import { isOpen, nextOdd, nextRow, nextUnsure } from './walk.ts';

type SideAction = 'push' | 'pull' | 'join' | 'joinPrevious' | 'split' | 'down' | 'up';

/** The commands of `client/keys` that mend the active row. */
export type MendCommandId =
  | 'mend.confirm'
  | 'mend.confirmAbove'
  | 'mend.review'
  | 'mend.leaveOut'
  | 'mend.nextOpen'
  | 'mend.nextOdd'
  | 'mend.nextUnsure'
  | 'mend.merge'
  | 'mend.split'
  | 'mend.mergePrevious'
  | `mend.${Side}.${SideAction}`
  | 'mend.insertBelow'
  | 'mend.insertAbove'
  | 'mend.remove'
  | 'mend.write';

export type MendCommands = Readonly<Record<MendCommandId, () => boolean>>;

/** What mending needs that is not in the document. */
export interface MendContext {
  readonly view: EditorView;
  readonly source: SourceText;
  readonly isShown: IsShown;
  readonly newId: () => string;
  notice(key: NoticeKey): void;
  /** True while other keys are asked for, as the place of a split: those come first. */
  isBusy(): boolean;
  /** Splits both sides of the active row, or the Persian alone; asks where in the Persian, unless somebody has said it. */
  split(sides: 'both' | 'persian'): boolean;
  /** Lets the keys write in the active row. */
  write(): void;
  /** Says what the active row is now. */
  tell(): void;
}

type Change = (tr: Transaction, row: Segment) => boolean;

/** The commands: each changes the active row in one undo, and the caret stays on the row at that place. */
export function mendCommands(context: MendContext): MendCommands {
  const { view, source, isShown, newId, notice, tell } = context;

  /** Goes on with the row `step` places further, once it is changed. */
  const change = (make: Change, otherwise: NoticeKey, step: (tr: Transaction, row: Segment) => number = () => 0) => {
    const row = activeSegment(view.state);
    if (!view.editable) notice('readOnly');
    else if (row) {
      const tr = withOwnStanding(closeHistory(view.state.tr));
      if (!make(tr, row)) notice(otherwise);
      else {
        const place = Math.max(0, Math.min(row.index + step(tr, row), segmentCount(tr.doc) - 1));
        const next = segmentByIndex(tr.doc, place);
        if (next) enter(tr, next);
        view.dispatch(tr);
        view.dispatch(closeHistory(view.state.tr));
        view.focus();
        tell();
      }
    }
    return true;
  };
  const go = (find: (row: Segment) => Segment | null, otherwise: NoticeKey) => {
    const row = activeSegment(view.state);
    const next = row && find(row);
    if (next) {
      view.dispatch(enter(view.state.tr, next));
      view.focus();
    } else notice(otherwise);
    return true;
  };
  const nextOpen = (row: Segment) => nextRow(view.state.doc, row.index, (each) => isShown(each.id) && isOpen(each));

  const confirm = () => {
    const row = activeSegment(view.state);
    const next = row && nextOpen(row);
    const step = next ? next.index - row.index : 0;
    if (row && !isOpen(row)) return go(nextOpen, 'allPaired');
    change(
      (tr, { id }) => setAlignment(tr, id, 'confirmed'),
      'allPaired',
      () => step,
    );
    if (row && !next) notice('allPaired');
    return true;
  };

  /** Above a row that is gone, its own place is that of the next. */
  const above = (tr: Transaction, row: Segment) => (segmentByIndex(tr.doc, row.index)?.id === row.id ? 0 : -1);

  const previous = (row: Segment) => segmentByIndex(view.state.doc, row.index - 1);

  const ofSide = (side: Side): Readonly<Record<Exclude<SideAction, 'split'>, () => boolean>> => ({
    push: () => change((tr, { id }) => pushSentence(tr, id, side, newId(), source), 'cannotMove'),
    pull: () => change((tr, { id }) => pullSentence(tr, id, side, source), 'cannotMove'),
    join: () => change((tr, { id }) => mergeSide(tr, id, side, source), 'cannotMove'),
    joinPrevious: () => change((tr, row) => mergeSide(tr, previous(row)?.id ?? '', side, source), 'cannotMove', above),
    down: () => change((tr, { id }) => shiftSide(tr, id, side, 'down', newId()), 'cannotMove'),
    up: () => change((tr, { id }) => closeUp(tr, id, side, newId(), source), 'cannotMove', above),
  });
  const [persian, english] = [ofSide('persian'), ofSide('english')];

  const splitEnglish = () => {
    const row = activeSegment(view.state);
    if (!row) return true;
    const at = besideWord(row.text, view.state.selection.from - row.pos - 1);
    const isInside = row.text.slice(0, at).trim() !== '' && row.text.slice(at).trim() !== '';
    const last = pieces(row.text, englishRules).at(-1)?.from ?? 0;
    if (!isInside && last > 0) {
      // The caret shows where the next press will split.
      const tr = enter(view.state.tr, row);
      view.dispatch(tr.setSelection(TextSelection.create(tr.doc, row.pos + 1 + last)));
      notice('splitAgain');
      return true;
    }
    return change((tr, { id }) => splitSide(tr, id, 'english', at, newId(), source), 'cannotSplit');
  };

  /** Where both sides have several sentences and the caret says nothing else, the first pair of them parts from the rest. */
  const split = () => {
    const row = activeSegment(view.state);
    const caret = row && view.state.selection.from - row.pos - 1;
    const english = row && firstPiece(row.text, englishRules);
    const persian = row && firstPiece(source.text.slice(row.from, row.to), persianRules);
    if (!row || !english || !persian || (caret !== 0 && caret !== row.text.length)) return context.split('both');
    const at = { source: row.from + persian, rendering: english };
    return change((tr, { id }) => splitSegment(tr, id, at, newId(), source), 'cannotSplit');
  };

  /** Where the walk by confidence came to; it goes on from there as long as the caret stays. */
  let walked: string | null = null;
  const walkOn = () =>
    go((row) => {
      const next = nextUnsure(view.state.doc, row.id === walked ? walked : null, isShown);
      walked = next?.id ?? null;
      return next;
    }, 'allPaired');

  const commands: MendCommands = {
    'mend.english.push': english.push,
    'mend.persian.push': persian.push,
    'mend.english.pull': english.pull,
    'mend.persian.pull': persian.pull,
    'mend.english.join': english.join,
    'mend.persian.join': persian.join,
    'mend.english.joinPrevious': english.joinPrevious,
    'mend.persian.joinPrevious': persian.joinPrevious,
    'mend.english.down': english.down,
    'mend.persian.down': persian.down,
    'mend.english.up': english.up,
    'mend.persian.up': persian.up,
    'mend.english.split': splitEnglish,
    'mend.persian.split': () => context.split('persian'),
    'mend.confirm': confirm,
    'mend.confirmAbove': () => change((tr, { id }) => confirmAbove(tr, id), 'allPaired'),
    'mend.review': () =>
      change(
        (tr, { id, alignment }) => setAlignment(tr, id, alignment?.state === 'review' ? 'automatic' : 'review'),
        'cannotMove',
      ),
    'mend.leaveOut': () => change((tr, { id, leftOut }) => leaveOut(tr, id, !leftOut), 'cannotLeaveOut'),
    'mend.nextOpen': () => go(nextOpen, 'allPaired'),
    'mend.nextOdd': () => go((row) => nextOdd(view.state.doc, row.index, source.text, isShown), 'noneOdd'),
    'mend.nextUnsure': walkOn,
    'mend.split': split,
    'mend.merge': () => change((tr, { id }) => mergeSegments(tr, id, source), 'cannotMerge'),
    'mend.mergePrevious': () =>
      change(
        (tr, row) => mergeSegments(tr, previous(row)?.id ?? '', source),
        'cannotMerge',
        () => -1,
      ),
    'mend.insertBelow': () =>
      change(
        (tr, { id }) => insertRow(tr, id, 'after', newId()),
        'cannotMove',
        () => 1,
      ),
    'mend.insertAbove': () => change((tr, { id }) => insertRow(tr, id, 'before', newId()), 'cannotMove'),
    'mend.remove': () => change((tr, { id }) => removeRow(tr, id), 'cannotRemoveRow'),
    'mend.write': () => {
      context.write();
      return true;
    },
  };
  const waiting = Object.entries(commands).map(([id, run]) => [id, () => !context.isBusy() && run()]);
  return withSelection(view, Object.fromEntries(waiting) as MendCommands);
}

/** Where the first of several leads or sentences ends; `null` where there are not several. */
function firstPiece(text: string, rules: SegmentationRules): number | null {
  const [first, second] = pieces(text, rules);
  return first && second ? first.to : null;
}

import type { EditorView } from 'prosemirror-view';
import type { Segment } from '../../../shared/doc/model/read.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { splitActive, splitActivePersian } from '../commands/structure.ts';
import type { Grid } from '../page/grid.ts';
import { activeSegment } from '../state/active.ts';
import type { Announcer } from '../state/announcer.ts';
import type { Hint } from '../state/hint.ts';
import type { NoticeKey } from '../state/labels.ts';
import { besideWord, lastSentence, likelySplit, wordAt } from './source-words.ts';
import type { SplitCursor } from './split-cursor.ts';

/** What a split needs besides the document. */
export interface SplittingContext {
  readonly view: EditorView;
  readonly grid: Grid;
  readonly source: SourceText;
  readonly cursor: SplitCursor;
  readonly hint: Hint;
  readonly announcer: Announcer;
  readonly newId: () => string;
  notice(key: NoticeKey): void;
}

/**
 * Splits the active segment. The caret says where its rendering is cut, beside the word that it stands in; the split cursor
 * says where its source is. Where nobody put that, it is set to the likely place, keys move it by words, Enter splits, with
 * Shift just at the caret, and Escape leaves it whole.
 */
export class Splitting {
  private readonly context: SplittingContext;
  /** What the place that is being chosen will split. */
  private sides: 'both' | 'persian' = 'both';

  constructor(context: SplittingContext) {
    this.context = context;
  }

  /** True while keys choose the place. */
  get isChoosing(): boolean {
    return this.context.cursor.choosing;
  }

  /** The command: splits both sides, or only the Persian, or asks first where. Cuts a word of the rendering only
   *  `throughWords`. */
  split(sides: 'both' | 'persian' = 'both', throughWords = false): boolean {
    const { view, cursor, notice, newId, source } = this.context;
    this.sides = sides;
    const segment = activeSegment(view.state);
    if (!segment) return false;
    const offset = cursor.in(segment);
    if (!view.editable) notice('readOnly');
    else if (offset === null) this.ask();
    else {
      this.stop();
      const split =
        sides === 'both'
          ? splitActive(offset, newId(), source, this.cut(segment, throughWords))
          : splitActivePersian(offset, newId(), source);
      if (!split(view.state, view.dispatch, view)) notice('cannotSplit');
      view.focus();
    }
    return true;
  }

  /** Takes the keys that choose the place; any other key leaves the segment whole and goes its way. */
  handleKey(event: KeyboardEvent): boolean {
    const { cursor } = this.context;
    if (!cursor.choosing || event.ctrlKey || event.metaKey || event.altKey || event.key === 'Shift') return false;
    if (event.key === 'Enter') return this.split(this.sides, event.shiftKey);
    const words = steps[event.key];
    if (words === undefined) {
      this.stop();
      return event.key === 'Escape';
    }
    this.tell(cursor.move(words));
    return true;
  }

  private ask(): void {
    const { view, grid, cursor, hint, announcer, notice } = this.context;
    const segment = activeSegment(view.state);
    if (!segment) return;
    const caret = this.cut(segment, false);
    const { length } = segment.text;
    const isBoth = this.sides === 'both';
    const share = length === 0 || !isBoth ? 0.5 : caret / length;
    const offset =
      (isBoth ? null : lastSentence(grid.document.source, segment)) ??
      likelySplit(grid.document.source, segment, share);
    const rest = isBoth ? { from: caret, to: length } : { from: length, to: length };
    if (offset === null || !cursor.put(segment, offset, rest)) {
      notice('cannotSplit');
      return;
    }
    view.focus();
    hint.show('splitKeys');
    announcer.say(grid.labels.splitKeys, grid.labels.splitBefore(wordAt(grid.document.source, offset)));
  }

  private cut({ pos, text }: Segment, throughWords: boolean): number {
    const caret = this.context.view.state.selection.from - pos - 1;
    return throughWords ? caret : besideWord(text, caret);
  }

  private tell(offset: number | null): void {
    const { announcer, grid } = this.context;
    if (offset !== null) announcer.say(grid.labels.splitBefore(wordAt(grid.document.source, offset)));
  }

  private stop(): void {
    this.context.cursor.clear();
    this.context.hint.hide();
  }
}

/** Words that a key moves the place on; the Persian goes on to the left. */
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: 1,
  ArrowRight: -1,
  ArrowDown: 5,
  ArrowUp: -5,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

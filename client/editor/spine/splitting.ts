import type { EditorView } from 'prosemirror-view';
import type { SourceText } from '../../../shared/doc/model/law.ts';
import { splitActive } from '../commands/structure.ts';
import type { Grid } from '../page/grid.ts';
import { activeSegment } from '../state/active.ts';
import type { Announcer } from '../state/announcer.ts';
import type { Hint } from '../state/hint.ts';
import type { NoticeKey } from '../state/labels.ts';
import { likelySplit, wordAt } from './source-words.ts';
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
 * Splits the active segment. The caret says where its rendering is cut, the split cursor where its source is; where
 * nobody put that, it is set to the likely place, keys move it by words, Enter splits and Escape leaves it whole.
 */
export class Splitting {
  private readonly context: SplittingContext;

  constructor(context: SplittingContext) {
    this.context = context;
  }

  /** The command: splits, or asks first where. */
  split(): boolean {
    const { view, cursor, notice } = this.context;
    const segment = activeSegment(view.state);
    if (!segment) return false;
    const offset = cursor.in(segment);
    if (!view.editable) notice('readOnly');
    else if (offset === null) this.ask();
    else {
      this.stop();
      if (!splitActive(offset, this.context.newId(), this.context.source)(view.state, view.dispatch, view)) {
        notice('cannotSplit');
      }
      view.focus();
    }
    return true;
  }

  /** Takes the keys that choose the place; any other key leaves the segment whole and goes its way. */
  handleKey(event: KeyboardEvent): boolean {
    const { cursor } = this.context;
    if (!cursor.choosing || event.ctrlKey || event.metaKey || event.altKey || event.key === 'Shift') return false;
    if (event.key === 'Enter') return this.split();
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
    const caret = view.state.selection.from - segment.pos - 1;
    const { length } = segment.text;
    const offset = likelySplit(grid.document.source, segment, length === 0 ? 0.5 : caret / length);
    if (offset === null || !cursor.put(segment, offset, { from: caret, to: length })) {
      notice('cannotSplit');
      return;
    }
    view.focus();
    hint.show('splitKeys');
    announcer.say(grid.labels.splitKeys, grid.labels.splitBefore(wordAt(grid.document.source, offset)));
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

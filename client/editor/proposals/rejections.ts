import { redoDepth, undoDepth } from 'prosemirror-history';
import type { EditorView } from 'prosemirror-view';

/** A rejection, and how many changes there were to undo when it was made, with its own one where it made one. */
interface Rejection {
  readonly key: string;
  readonly depth: number;
  /** True where the document has changed with it: the history takes that back. */
  readonly isChange: boolean;
}

/** How many changes there are to take back, and to make again. */
interface Depths {
  readonly undo: number;
  readonly redo: number;
}

/**
 * Rejections stand outside the document, and yet undo takes back the last decision, whichever it was: this knows which came
 * after which. A rejection was made after the first `depth` changes, so it is the last decision while there are no more.
 */
export class Rejections {
  private readonly view: Pick<EditorView, 'state'>;
  private readonly apply: (key: string, isRejected: boolean) => void;
  private made: Rejection[] = [];
  private undone: Rejection[] = [];
  private last: Depths = { undo: 0, redo: 0 };

  /** `apply` is told which rejection holds again, or no more. */
  constructor(view: Pick<EditorView, 'state'>, apply: (key: string, isRejected: boolean) => void) {
    this.view = view;
    this.apply = apply;
  }

  /** Notes that `key` was rejected just now, with the last change of the history where that is its own. */
  add(key: string, isChange: boolean): void {
    this.made.push({ key, isChange, depth: this.depths().undo });
    this.undone = [];
  }

  /** Follows the history: a change makes rejections that were undone past recall; one that grew too long forgets its first
   *  changes. */
  follow(): void {
    const now = this.depths();
    const forgotten = this.last.undo - now.undo;
    if (forgotten > 0 && now.redo <= this.last.redo) {
      this.made = this.made.map((each) => ({ ...each, depth: Math.max(0, each.depth - forgotten) }));
    }
    if (now.undo > this.last.undo && now.redo === 0 && this.last.redo === 0) this.undone = [];
    this.last = now;
  }

  /** Takes the last decision back if it was a rejection; `false` where the history has something to do for that. */
  undo(): boolean {
    const { undo, redo } = this.depths();
    const last = this.made.at(-1);
    if (!last || last.depth < undo) return false;
    this.made.pop();
    this.undone.push({ ...last, depth: redo + (last.isChange ? 1 : 0) });
    this.apply(last.key, false);
    return !last.isChange;
  }

  /** Makes the rejection again that was taken back last, if nothing was undone after it; `false` as for `undo`. */
  redo(): boolean {
    const { undo, redo } = this.depths();
    const last = this.undone.at(-1);
    if (!last || last.depth < redo) return false;
    this.undone.pop();
    this.made.push({ ...last, depth: undo + (last.isChange ? 1 : 0) });
    this.apply(last.key, true);
    return !last.isChange;
  }

  private depths(): Depths {
    const { state } = this.view;
    return { undo: Number(undoDepth(state)), redo: Number(redoDepth(state)) };
  }
}

import type { EditorView } from 'prosemirror-view';
import { segmentByIndex } from '../../../shared/doc/model/read.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { goBy, type IsShown } from '../commands/navigate.ts';
import type { Filtering } from '../find/filtering.ts';
import type { Grid } from '../page/grid.ts';
import { activeSegment } from '../state/active.ts';
import type { Announcer } from '../state/announcer.ts';
import type { NoticeKey } from '../state/labels.ts';
import { segmentUtterances } from '../state/segment-speech.ts';
import { type MendCommands, mendCommands } from './mend-commands.ts';

/** `on`: single keys mend the active row; `writing`: they write for a while, until Escape. */
export type MendMode = 'off' | 'on' | 'writing';

/** What mending needs besides the document. */
export interface MendingContext {
  readonly view: EditorView;
  readonly grid: Grid;
  readonly source: SourceText;
  readonly filtering: Filtering;
  readonly announcer: Announcer;
  readonly root: HTMLElement;
  readonly newId: () => string;
  notice(key: NoticeKey): void;
  changed(): void;
  isBusy(): boolean;
  split(sides: 'both' | 'persian'): boolean;
}

/**
 * Mends the alignment row by row. In this mode no key writes: single keys move sentences between rows, confirm, and go on.
 * The rows beside the active one are seen whatever a filter hides, so that what moves is seen to arrive.
 */
export class Mending {
  readonly commands: MendCommands;
  private readonly context: MendingContext;
  private readonly lit: HTMLElement[] = [];
  private now: MendMode = 'off';

  constructor(context: MendingContext) {
    this.context = context;
    const { isShown } = context.filtering;
    this.commands = mendCommands({ ...context, isShown, write: () => this.set('writing'), tell: () => this.tell() });
  }

  get mode(): MendMode {
    return this.now;
  }

  /** The command: begins to mend, or ends it. */
  enter(): boolean {
    if (this.now === 'on') this.leave();
    else {
      this.set('on');
      this.context.view.focus();
    }
    return true;
  }

  leave(): void {
    if (this.now !== 'off') this.set('off');
  }

  /** Takes the keys that would write, and those that go from row to row. */
  handleKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
    if (this.now === 'off' || ctrlKey || metaKey || altKey) return false;
    if (key === 'Escape') {
      this.set(this.now === 'writing' ? 'on' : 'off');
      return true;
    }
    if (this.now === 'writing') return false;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null;
    if (step !== null && !shiftKey) {
      const { view } = this.context;
      goBy(step, this.isShown)(view.state, view.dispatch, view);
      return true;
    }
    return key.length === 1 || ['Enter', 'Backspace', 'Delete'].includes(key);
  }

  /** Follows a change of the document or the caret. */
  follow(): void {
    if (this.now === 'off' && this.lit.length === 0) return;
    const { view, filtering, grid } = this.context;
    const row = this.now === 'off' ? null : activeSegment(view.state);
    const beside = [-1, 1].flatMap((step) => (row && segmentByIndex(view.state.doc, row.index + step)?.id) ?? []);
    filtering.seeBeside(new Set(row ? [row.id, ...beside] : []));
    for (const dom of this.lit.splice(0)) dom.classList.remove('beside');
    for (const id of beside) {
      const dom = grid.row(id)?.dom;
      if (dom) this.lit.push(dom);
    }
    for (const dom of this.lit) dom.classList.add('beside');
  }

  private readonly isShown: IsShown = (id) => this.context.filtering.isShown(id);

  private set(mode: MendMode): void {
    const { root, announcer, grid, changed } = this.context;
    const before = this.now;
    this.now = mode;
    root.classList.toggle('mending', mode === 'on');
    const { mending } = grid.labels;
    announcer.say(mode === 'on' && before === 'writing' ? mending.back : mending[mode]);
    this.follow();
    changed();
  }

  /** Says what the active row has become. */
  private tell(): void {
    const { view, grid, announcer } = this.context;
    const row = activeSegment(view.state);
    if (row) announcer.say(...segmentUtterances(row, grid));
  }
}

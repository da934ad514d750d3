import type { Node } from 'prosemirror-model';
import type { Decoration, NodeView } from 'prosemirror-view';
import { isAwake } from '../state/active.ts';
import type { Grid, Page } from './grid.ts';
import { likelyHeight } from './likely-height.ts';
import type { Sleeper } from './waking.ts';

/**
 * A page of a document that has just been opened, far from the window: nothing but its likely height. The view of the document
 * takes it for a node without content; a decoration that says «awake» has a page with rows made in its place.
 */
export class SleepingPage implements NodeView, Page, Sleeper {
  readonly dom = document.createElement('div');
  readonly position: () => number | undefined;
  private readonly grid: Grid;
  private node: Node;

  constructor(node: Node, grid: Grid, position: () => number | undefined) {
    this.node = node;
    this.grid = grid;
    this.position = position;
    this.dom.className = 'page asleep';
    this.takeRoom();
    grid.pageMade(this);
    grid.waking.add(this);
  }

  /** Sleeps on through whatever others change on it. */
  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (isAwake(decorations)) return false;
    if (node !== this.node) {
      this.node = node;
      this.takeRoom();
    }
    return true;
  }

  numberAfter(): boolean {
    return false;
  }

  numberOf(): number {
    throw new Error('A sleeping page has no rows');
  }

  hide(hidden: boolean): void {
    this.dom.hidden = hidden;
    this.takeRoom();
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.grid.waking.remove(this);
  }

  private takeRoom(): void {
    this.dom.style.blockSize = `${likelyHeight(this.node, this.grid)}px`;
  }
}

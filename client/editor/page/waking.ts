import type { EditorView } from 'prosemirror-view';
import { whenIdle } from '../state/idle.ts';

/** So long, in milliseconds, pages are woken in one go. */
const SLICE = 8;
/** After a key, the pointer or the wheel nothing is woken for so many milliseconds, except what comes near the window. */
const REST = 400;
/** Pages so near to the window are woken at once: one window on both sides. */
const NEAR = '100% 0px';

/** A page that sleeps. */
export interface Sleeper {
  readonly dom: HTMLElement;
  /** Where it stands in the document. */
  readonly position: () => number | undefined;
}

/**
 * The pages that sleep. Those that come near the window wake at once; the others when there is time, those nearest to the caret
 * first, so that the search of the browser, paper and a screen reader find everything in the end. What an input method composes
 * is never disturbed.
 */
export class Waking {
  /** Where the pages stand that are being woken. */
  positions: readonly number[] = [];
  private readonly asleep = new Set<Sleeper>();
  private readonly byDom = new WeakMap<Element, Sleeper>();
  private readonly sight: IntersectionObserver;
  private readonly scroller: Element;
  /** Describes one more row that nobody has described; false when there is none. */
  private readonly describe: () => boolean;
  private view: EditorView | null = null;
  private ending: AbortSignal | null = null;
  private isGoing = false;
  /** What one page took to wake, in milliseconds. */
  private cost = SLICE;
  private touched = 0;
  private near: Sleeper[] = [];

  constructor(scroller: Element, describe: () => boolean) {
    this.scroller = scroller;
    this.describe = describe;
    this.sight = new IntersectionObserver((entries) => this.see(entries), { root: scroller, rootMargin: NEAR });
  }

  add(page: Sleeper): void {
    this.asleep.add(page);
    this.byDom.set(page.dom, page);
    this.sight.observe(page.dom);
  }

  remove(page: Sleeper): void {
    this.asleep.delete(page);
    this.sight.unobserve(page.dom);
  }

  /** Begins to wake the pages of `view`, until `ending`. */
  start(view: EditorView, ending: AbortSignal): void {
    this.view = view;
    this.ending = ending;
    const passive = { signal: ending, capture: true, passive: true };
    const touch = () => {
      this.touched = performance.now();
    };
    for (const kind of ['keydown', 'pointerdown', 'wheel', 'beforeinput']) {
      this.scroller.addEventListener(kind, touch, passive);
    }
    window.addEventListener('beforeprint', () => this.finish(), { signal: ending });
    view.dom.addEventListener('compositionend', () => setTimeout(() => this.wakeNear()), { signal: ending });
    ending.addEventListener('abort', () => this.sight.disconnect());
    this.goOn();
  }

  /** Does what is left to do whenever there is time. */
  goOn(): void {
    if (this.isGoing || !this.ending) return;
    this.isGoing = true;
    whenIdle(() => this.slice(), this.ending);
  }

  /** Does what there is time for; gives the milliseconds after which to go on, `null` when all is done. */
  private slice(): number | null {
    const rest = this.touched + REST - performance.now();
    if (rest > 0 || this.view?.composing) return Math.max(rest, 0);
    const end = performance.now() + SLICE;
    if (this.asleep.size > 0) this.wake(this.nearest(Math.max(1, Math.floor(SLICE / this.cost))));
    let isMore = true;
    while (isMore && performance.now() < end) isMore = this.describe();
    this.isGoing = isMore || this.asleep.size > 0;
    return this.isGoing ? 0 : null;
  }

  /** Does all that is left. */
  private finish(): void {
    this.wake([...this.asleep]);
    while (this.describe());
  }

  private see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      const page = this.byDom.get(target);
      if (page && isIntersecting) this.near.push(page);
    }
    this.wakeNear();
  }

  private wakeNear(): void {
    if (this.view?.composing) return;
    const { near } = this;
    this.near = [];
    this.wake(near.filter((page) => this.asleep.has(page)));
  }

  /** Makes the rows of these pages, in place of which the browser keeps what a person has selected. */
  private wake(pages: readonly Sleeper[]): void {
    const { view } = this;
    if (!view || view.isDestroyed || pages.length === 0) return;
    const began = performance.now();
    const keepSelection = selectionKeeper(view.dom.ownerDocument);
    this.positions = pages.map((page) => page.position()).filter((position) => position !== undefined);
    view.updateState(view.state);
    this.positions = [];
    keepSelection();
    this.cost = (performance.now() - began) / pages.length;
  }

  /** So many of the sleeping pages, by turns after and before the page of the caret. */
  private nearest(count: number): readonly Sleeper[] {
    const pages = [...this.asleep];
    const caret = this.view?.dom.querySelector('.page.awake');
    let after = caret ? firstAfter(pages, caret) : 0;
    let before = after - 1;
    const found: Sleeper[] = [];
    while (found.length < count && (pages[after] || pages[before])) {
      for (const page of [pages[after], pages[before]]) if (page) found.push(page);
      after += 1;
      before -= 1;
    }
    return found.slice(0, count);
  }
}

/** Index of the first of `pages`, which stand in the order of the document, that stands after `element`. */
function firstAfter(pages: readonly Sleeper[], element: Element): number {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const page = pages[middle];
    const isBefore = page && page.dom.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Notes what is selected in the page; gives the way to select it again. A text that cannot be written in would lose what a
 *  person has selected in its Persian. */
function selectionKeeper(page: Document): () => void {
  const selection = page.getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return () => undefined;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return () => {
    const isKept =
      selection.anchorNode === anchorNode &&
      selection.anchorOffset === anchorOffset &&
      selection.focusNode === focusNode &&
      selection.focusOffset === focusOffset;
    if (!isKept && anchorNode.isConnected && focusNode.isConnected)
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  };
}

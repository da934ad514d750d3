import { segmentLinks } from '../../../shared/doc/model/links.ts';
import type { Link } from '../../../shared/doc/model/schema.ts';
import type { Grid } from '../page/grid.ts';
import { isSameWord, linksOf, type Word, wordUnder } from './word.ts';

/** What is done with the words that are pointed at. */
export interface PointedLinks {
  readonly isOn: boolean;
  /** The segment whose words are linked, and what is suggested there. */
  state(): { readonly segment: string; readonly suggested: readonly Link[] } | null;
  light(segment: string, word: Word | null, links: readonly Link[]): void;
  pick(word: Word): void;
  leave(): void;
}

/** Lights the partners of the word under the pointer, and in link mode lets a press pick words. Ends with `signal`. */
export function pointAtLinks(root: HTMLElement, grid: Grid, linking: PointedLinks, signal: AbortSignal): void {
  let frame = 0;
  let pointed: { readonly segment: string; readonly word: Word } | null = null;
  const point = (event: MouseEvent | null) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const found = event && wordUnder(grid, event);
      const links = found ? linksUnder(found.row.id) : [];
      const next = found && linksOf(links, found.word).length > 0 ? { segment: found.row.id, word: found.word } : null;
      if (
        next?.segment === pointed?.segment &&
        (next === pointed || isSameWord(next?.word ?? null, pointed?.word ?? null))
      )
        return;
      pointed = next;
      linking.light(next?.segment ?? '', next?.word ?? null, links);
    });
  };
  const linksUnder = (segment: string) => {
    const state = linking.state();
    const row = grid.row(segment);
    const current = row ? segmentLinks(row.node).current : [];
    return linking.isOn && state?.segment === segment ? [...current, ...state.suggested] : current;
  };
  root.addEventListener('pointermove', point, { signal });
  root.addEventListener('pointerleave', () => point(null), { signal });
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));

  // Before the view and the sources hear of it: in link mode a press neither moves the caret nor selects.
  const press = (event: MouseEvent) => {
    if (!linking.isOn || event.button !== 0) return;
    const { target } = event;
    if (!(target instanceof Element) || target.closest('.link-bar')) return;
    const row = grid.rowAt(target);
    if (row?.id !== linking.state()?.segment) {
      linking.leave();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (event.type !== 'mousedown') return;
    const found = wordUnder(grid, event);
    if (found) linking.pick(found.word);
  };
  for (const type of ['mousedown', 'mouseup', 'click', 'dblclick'] as const)
    root.addEventListener(type, press, { signal, capture: true });
}

import { compareSpans } from '../../core/nesting.ts';
import type { Span } from '../../core/span.ts';

/** A piece of a text between the borders of its marks: text, or where a mark begins or ends. `whole` marks lie in each other like
 *  elements; the ends of others cross. */
export type MarkedPiece<M> =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'begin' | 'end'; readonly mark: M; readonly whole: boolean };

/** A text with its marks, from the left to the right. A mark that crosses one which began before it is not whole. Marks that are
 *  empty or reach beyond the text are left away. */
export function markedPieces<M extends Span>(text: string, marks: readonly M[]): readonly MarkedPiece<M>[] {
  const known = marks.filter(({ from, to }) => 0 <= from && from < to && to <= text.length).sort(compareSpans);
  const pieces: MarkedPiece<M>[] = [];
  const open: { readonly mark: M; readonly whole: boolean }[] = [];
  let at = 0;
  const textUntil = (to: number) => {
    if (to > at) pieces.push({ kind: 'text', text: text.slice(at, to) });
    at = Math.max(at, to);
  };
  /** Ends what ends until `to`, in the order of the ends; of those at one place the last that began. */
  const endUntil = (to: number) => {
    for (;;) {
      const next = open.reduce<(typeof open)[number] | null>(
        (first, each) => (first === null || each.mark.to <= first.mark.to ? each : first),
        null,
      );
      if (next === null || next.mark.to > to) return;
      textUntil(next.mark.to);
      pieces.push({ kind: 'end', ...next });
      open.splice(open.indexOf(next), 1);
    }
  };
  for (const mark of known) {
    endUntil(mark.from);
    textUntil(mark.from);
    const whole = open.every((outer) => !outer.whole || outer.mark.to >= mark.to);
    pieces.push({ kind: 'begin', mark, whole });
    open.push({ mark, whole });
  }
  endUntil(text.length);
  textUntil(text.length);
  return pieces;
}

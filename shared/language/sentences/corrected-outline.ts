import type { Outline, Statement, Unit } from '../../core/outline.ts';
import type { Span } from '../../core/span.ts';
import { type TextChange, textChanges } from '../words/text-changes.ts';
import { paragraphsOf } from './paragraph.ts';

/** The structure of `corrected`, which people have made of a text with `outline`: paragraphs are its lines; statements and units
 *  are those of the text, moved along with what they cover. A paragraph that was parted parts its statement; two that were
 *  joined make one of the statements that meet there, for no separator stands between them. Tells the same of the same two
 *  texts, whatever led from one to the other. */
export function correctedOutline(text: string, outline: Outline, corrected: string): Outline {
  const paragraphs = [...paragraphsOf(corrected)];
  const move = mover(textChanges(text, corrected));
  const parts = <Part extends Span & { readonly paragraph: number }>(all: readonly Part[]) => {
    let end = 0;
    return all.flatMap((part) => {
      // What was put in over a border belongs to the first.
      const { from, to } = move(part);
      const pieces = cut({ from: Math.max(from, end), to }, paragraphs, corrected);
      end = Math.max(end, to);
      return pieces.map((piece) => ({ ...part, ...piece, was: part }));
    });
  };
  const statements: Statement[] = [];
  let last: { readonly was: Statement; readonly paragraph: number } | null = null;
  for (const { was, ...statement } of parts<Statement>(outline.statements)) {
    const before = statements.at(-1);
    const meets = last && before && last.paragraph === statement.paragraph && last.was.paragraph !== was.paragraph;
    if (meets) statements[statements.length - 1] = { ...before, to: statement.to };
    else statements.push(statement);
    last = { was, paragraph: statement.paragraph };
  }
  let at = 0;
  const units = parts<Unit>(outline.units).map(({ was: _, ...unit }) => {
    while ((statements[at + 1]?.from ?? Number.POSITIVE_INFINITY) <= unit.from) at += 1;
    return { ...unit, statement: at };
  });
  return { paragraphs, statements, units };
}

/** Brings ranges over `changes`; what is put in at an edge belongs to them. */
function mover(changes: readonly TextChange[]): (span: Span) => Span {
  let grown = 0;
  const placed = changes.map((change) => {
    const start = change.from + grown;
    grown += change.insert.length - (change.to - change.from);
    return { ...change, start, end: start + change.insert.length };
  });
  const moved = (offset: number, side: -1 | 1) => {
    const change = placed[lastAt(placed, offset)];
    if (!change) return offset;
    if (offset > change.to) return change.end + offset - change.to;
    const isEnd =
      change.from === change.to || (offset > change.from && offset < change.to) ? side > 0 : offset === change.to;
    return isEnd ? change.end : change.start;
  };
  return ({ from, to }) => ({ from: moved(from, -1), to: moved(to, 1) });
}

/** Index of the last of `changes` that begins at `offset` or before it; -1 for none. */
function lastAt(changes: readonly Span[], offset: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.from ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The pieces of a range that hold a word, paragraph by paragraph, without the space at their edges. */
function cut({ from, to }: Span, paragraphs: readonly Span[], text: string) {
  const pieces: (Span & { readonly paragraph: number })[] = [];
  for (let index = Math.max(0, lastAt(paragraphs, from)); index < paragraphs.length; index++) {
    const paragraph = paragraphs[index];
    if (!paragraph || paragraph.from >= to) break;
    const start = Math.max(from, paragraph.from);
    const whole = text.slice(start, Math.min(to, paragraph.to));
    if (!/[\p{L}\p{N}]/u.test(whole)) continue;
    const lead = whole.length - whole.trimStart().length;
    pieces.push({ from: start + lead, to: start + whole.trimEnd().length, paragraph: index });
  }
  return pieces;
}

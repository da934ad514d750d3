import type { Problem } from '../../core/problem.ts';
import { importProblem } from './problems.ts';

/** What a file has and the text read from it has not; each is told with its count.
 *  - `hidden`: runs that Word shows to nobody; `deleted`: stretches deleted or moved away under tracked changes
 *  - `header`: headers and footers with text; `comment`: comments; `picture`: pictures; `drawing`: charts, diagrams and
 *    embedded objects, which may hold text
 *  - `note`: footnotes and endnotes without a mark in the text */
export type LeftOutKind = 'hidden' | 'deleted' | 'header' | 'comment' | 'picture' | 'drawing' | 'note';
export type LeftOut = Readonly<Partial<Record<LeftOutKind, number>>>;

/** A sentence for each kind that something was left out of, by the rules `left-out.*`. */
export function leftOutNotes(leftOut: LeftOut): readonly Problem[] {
  return Object.entries(leftOut).map(([kind, count]) =>
    importProblem(`left-out.${kind as LeftOutKind}`, { values: { count } }),
  );
}

import { type OtherName, uses } from '../../names/entity/entity.ts';

/** Spreadsheets take a cell that begins so for a formula. An apostrophe before it tells them that it is text (OWASP, "CSV
 *  Injection"); a cell that already has one gets another, so that every text comes back as it was. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/u;

/** A cell that no spreadsheet takes for a formula. */
export function guarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** What stood in the cell before it was guarded. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

const use = new RegExp(` \\((${uses.join('|')})\\)$`, 'i');

/** Other names in one cell: `OIC (short form)|Organization of the Islamic Conference (historical)`. What a name is for stands
 *  in brackets after it, in one of the four ways of `uses`; other brackets belong to the name. A backslash goes before a
 *  `|` or a backslash of a name, and before a last bracket of it that would be read as a use. */
export function writeNames(names: readonly OtherName[]): string {
  return names
    .map(({ name, use: own }) => {
      const written = name.replace(/[\\|]/g, '\\$&').replace(use, ' \\($1)');
      return own === null ? written : `${written} (${own})`;
    })
    .join('|');
}

/** The names of such a cell, without spaces around them; nothing between two `|` is no name. */
export function readNames(cell: string): readonly OtherName[] {
  const written = cell.match(/(?:[^\\|]|\\.)+|\\$/gsu) ?? [];
  return written.flatMap((each) => {
    const ending = use.exec(each);
    const raw = ending === null ? each : each.slice(0, ending.index);
    const name = trimmed(raw.replace(/\\([\\|(])/g, '$1'));
    const own = uses.find((known) => known === ending?.[1]?.toLowerCase());
    return name === '' ? [] : [{ name, use: own ?? null }];
  });
}

const edge = /[\s\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\u00ad]/u;

/** A name without white space and marks of direction at its edges. By hand: a pattern for the end of a text takes quadratic
 *  time on a long run of spaces. */
export function trimmed(name: string): string {
  let from = 0;
  let to = name.length;
  while (from < to && edge.test(name.charAt(from))) from += 1;
  while (from < to && edge.test(name.charAt(to - 1))) to -= 1;
  return name.slice(from, to);
}

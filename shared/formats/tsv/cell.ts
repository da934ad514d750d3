const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const characters: Readonly<Record<string, string>> = { '\\\\': '\\', '\\t': '\t', '\\n': '\n', '\\r': '\r' };

/** A text as a cell of tab-separated values, on one line: a backslash, a tab, LF and CR stand as `\\`, `\t`, `\n` and `\r`. */
export function tsvCell(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}

/** What a cell says. A backslash before any other character stands for itself. */
export function tsvText(cell: string): string {
  return cell.replace(/\\[\\tnr]/g, (written) => characters[written] ?? written);
}

/** A text as a cell of comma-separated values (RFC 4180). One with a space at its edge, which some readers trim, is quoted as well. */
export function csvCell(text: string): string {
  return /[",;\t\n\r\v\f\u0085\u2028\u2029]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

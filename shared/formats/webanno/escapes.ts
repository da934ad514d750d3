/** How WebAnno TSV 3.3 writes a text or a token on one line (INCEpTION's user guide, WebAnno TSV 3.3 file format): control characters
 *  and the backslash behind a backslash. */
const textEscapes: readonly (readonly [character: string, escape: string])[] = [
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\f', '\\f'],
];

export function escapeText(text: string): string {
  return text.replace(
    /[\\\b\t\n\r\f]/g,
    (found) => textEscapes.find(([character]) => character === found)?.[1] ?? found,
  );
}

export function textOf(written: string): string {
  return written.replace(/\\[\\btnrf]/g, (found) => textEscapes.find(([, code]) => code === found)?.[0] ?? found);
}

/** The value of a feature: what has a meaning in the format stands behind a backslash. */
export function escapeValue(value: string): string {
  return value.replace(/->|[\\[\]|_;*\t\n]/g, (found) =>
    found === '\t' ? '\\t' : found === '\n' ? '\\n' : `\\${found}`,
  );
}

export function featureValue(written: string): string {
  return written.replace(/\\(->|[\s\S])/g, (_, found: string) => (found === 't' ? '\t' : found === 'n' ? '\n' : found));
}

/** Parts a cell at a sign that has no backslash before it. */
export function parted(cell: string, sign: string): readonly string[] {
  const parts = [''];
  for (let at = 0; at < cell.length; at++) {
    const character = cell[at] ?? '';
    const isEscaped = character === '\\';
    if (character === sign) parts.push('');
    else parts[parts.length - 1] += isEscaped ? character + (cell[++at] ?? '') : character;
  }
  return parts;
}

/** An object as a line of JSON Lines. U+0085, U+2028 and U+2029 are escaped as well: JSON does not ask for it, but many readers
 *  split lines there. */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value).replace(/[\u0085\u2028\u2029]/g, escaped)}\n`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

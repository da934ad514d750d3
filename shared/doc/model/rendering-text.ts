/** What no rendering may hold: control characters with tab and line breaks, the separators of lines and paragraphs, halves
 *  of surrogate pairs and the two non-characters that XML 1.0 refuses. Each would break a line of an export or its XML. */
const forbidden = /[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/u;
const lineBreaks = /[\t\n\v\f\r\x85\u2028\u2029]+/gu;

/** The longest rendering, in UTF-16 units: far above what one segment is rendered by, and little to read and to send. */
export const LONGEST_RENDERING = 100_000;

/** True when `text` may stand in a rendering: one line of well-formed text. */
export function isRendering(text: string): boolean {
  return !forbidden.test(text);
}

/** `text` as it may stand in a rendering: each run of line breaks and tabs becomes one space, what else is forbidden
 *  goes. ZWNJ and every other format character stay. */
export function asRendering(text: string): string {
  return text.replace(lineBreaks, ' ').replace(new RegExp(forbidden, 'gu'), '');
}

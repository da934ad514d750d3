import type { Fitting } from '../corpus/format.ts';

/** Takes out what is no character of XML 1.0 (production 2, Char): most controls, lone surrogates, U+FFFE and U+FFFF.
 *  There is no escape for them: even `&#11;` is not well-formed. */
export const xmlCharacters: Fitting = {
  rule: 'xml-character',
  sign: /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/,
  pattern: /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
  replacement: '',
};

/** U+FFFD for what is no character of XML 1.0, where offsets have to stay. */
export const inPlace: Fitting = { ...xmlCharacters, rule: 'xml-in-place', replacement: '\ufffd' };

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function refer(character: string): string {
  return references[character] ?? character;
}

/** `text` as element content. A parser would read a bare CR as LF, so it becomes `&#13;`; ZWNJ and all else stay literal. */
export function escapeText(text: string): string {
  return /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, refer) : text;
}

/** `text` as a double-quoted attribute value. A parser would read bare tabs and line breaks as spaces. */
export function escapeAttribute(text: string): string {
  return /[&<>"\t\n\r]/.test(text) ? text.replace(/[&<>"\t\n\r]/g, refer) : text;
}

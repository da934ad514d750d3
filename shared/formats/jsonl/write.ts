import type { Writer } from '../corpus/format.ts';
import { record } from '../corpus/record.ts';

/** JSON Lines (jsonlines.org) in UTF-8: one object a segment, its mentions in it, each line ended by LF. Every text comes back as it was, lone
 *  surrogates too, which JSON escapes. U+0085, U+2028 and U+2029 are escaped as well: JSON does not ask for it, but many
 *  readers split lines there. */
export function jsonl(): Writer {
  return {
    files: [{ ending: 'jsonl', mediaType: 'application/jsonl; charset=utf-8' }],
    needsRendering: false,
    fittings: [],
    open: [''],
    row: (row) => [
      `${JSON.stringify({ ...record(row), mentions: row.mentions, links: row.links }).replace(/[\u0085\u2028\u2029]/g, escaped)}\n`,
    ],
    close: [''],
  };
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

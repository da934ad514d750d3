import type { Writer } from '../corpus/format.ts';
import { record } from '../corpus/record.ts';
import type { CorpusRow } from '../corpus/row.ts';

/** JSON Lines (jsonlines.org) in UTF-8: one object a segment, its mentions in it, each line ended by LF. Every text comes back as it was, lone
 *  surrogates too, which JSON escapes. U+0085, U+2028 and U+2029 are escaped as well: JSON does not ask for it, but many
 *  readers split lines there. A row of an aligned text says how it was aligned (`alignment`), and whether it is left out of the
 *  English (`leftOut`). */
export function jsonl(): Writer {
  return {
    files: [{ ending: 'jsonl', mediaType: 'application/jsonl; charset=utf-8' }],
    needsBothSides: false,
    fittings: [],
    losses: () => [],
    open: [''],
    row: (row) => [
      `${JSON.stringify({ ...record(row), ...aligned(row), mentions: row.mentions, links: row.links, ...remarked(row) }).replace(/[\u0085\u2028\u2029]/g, escaped)}\n`,
    ],
    close: () => [''],
  };
}

/** What is said of a row of an aligned text; nothing of one that was translated here. */
function aligned({ alignment, leftOut }: CorpusRow): object {
  return { ...(alignment && { alignment }), ...(leftOut && { leftOut }) };
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function remarked({ remarks }: CorpusRow): object {
  return remarks.length > 0 ? { remarks } : {};
}

import type { Writer } from '../corpus/format.ts';
import { record } from '../corpus/record.ts';
import type { CorpusRow } from '../corpus/row.ts';
import { jsonLine } from './line.ts';

/** JSON Lines (jsonlines.org) in UTF-8: one object a segment, its mentions in it, each line ended by LF. Every text comes back as it was, lone
 *  surrogates too, which JSON escapes. A rendering that was taken from a match says from which (`taken`, its time in
 *  milliseconds since 1970, `print` to tell whether it was edited since). A row of an aligned text says how it was aligned (`alignment`), and whether it is left out of the
 *  English (`leftOut`); notes and properties of a file that was converted stand in `remarks`. A name that the border of a segment
 *  cuts is in each row that has a part of it, and says so: `parts` are all of them, each with its segment. */
export function jsonl(): Writer {
  return {
    files: [{ ending: 'jsonl', mediaType: 'application/jsonl; charset=utf-8' }],
    needs: [],
    fittings: [],
    losses: () => [],
    open: [''],
    row: (row) => [
      jsonLine({
        ...record(row),
        ...taken(row),
        ...aligned(row),
        mentions: row.mentions,
        links: row.links,
        ...remarked(row),
      }),
    ],
    close: () => [''],
  };
}

function taken({ taken }: CorpusRow): object {
  return taken ? { taken } : {};
}

/** What is said of a row of an aligned text; nothing of one that was translated here. */
function aligned({ alignment, leftOut }: CorpusRow): object {
  return { ...(alignment && { alignment }), ...(leftOut && { leftOut }) };
}

function remarked({ remarks }: CorpusRow): object {
  return remarks.length > 0 ? { remarks } : {};
}

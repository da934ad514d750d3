import type { Node } from 'prosemirror-model';
import type { Problem } from '../../../shared/core/problem.ts';
import { type Status, statusNamed } from '../../../shared/core/status.ts';
import { type Segment, segments } from '../../../shared/doc/model/read.ts';
import { asRendering, LONGEST_RENDERING } from '../../../shared/doc/model/rendering-text.ts';
import type { ReviewChange } from '../../../shared/wire/review.ts';
import { type ReviewRow, type ReviewTable, refusedRow } from '../../import/review/read.ts';
import type { SourcedDocument } from '../../timeline/rebuild.ts';

/** What the rows of a file change in a document. */
export interface Compared {
  readonly changes: readonly ReviewChange[];
  readonly unchanged: number;
  readonly refused: readonly Problem[];
}

/** Holds the rows of a file against the document that it was made of (`base`) and as it stands now (`head`): what differs from the first
 *  was changed in the file. A row whose Persian was changed, that is not there any more, or that says what no row can, is
 *  refused by itself. */
export function comparedReview({ rows }: ReviewTable, base: SourcedDocument, head: SourcedDocument): Compared {
  const was = byId(base.doc);
  const now = byId(head.doc);
  const seen = new Set<string>();
  const changes: ReviewChange[] = [];
  const refused: Problem[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const before = was.get(row.segment);
    const current = now.get(row.segment);
    if (seen.has(row.segment)) refused.push(refusedRow('review.twice', row));
    else if (before === undefined) refused.push(refusedRow('review.unknown', row));
    else {
      const read = readRow(row, before, base.source.text);
      if ('rule' in read) refused.push(read);
      else if (read.en === before.text && read.status === before.status) unchanged += 1;
      else if (current === undefined) refused.push(refusedRow('review.gone', row));
      else if (read.en === current.text && read.status === current.status) unchanged += 1;
      else {
        const isContested =
          (read.en !== before.text && current.text !== before.text) ||
          (read.status !== before.status && current.status !== before.status);
        const fa = head.source.text.slice(current.from, current.to);
        // What only this side has changed stays: the file says nothing of it.
        const en = read.en === before.text ? current.text : read.en;
        const status = read.status === before.status && read.en === before.text ? current.status : read.status;
        changes.push({
          ...{ segment: row.segment, row: row.number, fa, isContested },
          before: { en: current.text, status: current.status },
          after: { en, status: en === '' ? 'initial' : status },
        });
      }
    }
    seen.add(row.segment);
  }
  return { changes, unchanged, refused };
}

/** What a row says, as a document may have it; a problem where it may not. */
function readRow(
  row: ReviewRow,
  before: Segment,
  source: string,
): { readonly en: string; readonly status: Status } | Problem {
  const persian = source.slice(before.from, before.to);
  if (plain(row.fa) !== plain(persian)) {
    return refusedRow('review.persian', row, aroundChange(plain(row.fa), plain(persian)));
  }
  const status = statusNamed(row.state.trim().replaceAll(/\s+/g, ' '));
  if (status === null) return refusedRow('review.state', row, { found: excerpt(row.state) });
  const en = asRendering(row.en);
  if (en.length > LONGEST_RENDERING) return refusedRow('review.long', row, { size: en.length });
  // Word processors drop or add a space at the end of a cell.
  const kept = plain(en) === plain(before.text) ? before.text : en.replace(/^ +/, '').replace(/(?<! ) +$/, '');
  const isConfirmed = status === 'translated' || status === 'reviewed' || status === 'final';
  if (kept === '' && isConfirmed && before.status !== status) return refusedRow('review.empty', row);
  return { en: kept, status };
}

/** A text by which cells are compared: white space of any kind and length is one space. */
function plain(text: string): string {
  return text.replace(/[\s\u200b]+/g, ' ').replace(/^ | $/g, '');
}

/** What both texts read around the first place where they differ. */
function aroundChange(found: string, expected: string): { readonly found: string; readonly expected: string } {
  let same = 0;
  while (same < expected.length && found[same] === expected[same]) same += 1;
  const from = Math.max(0, same - 25);
  const cut = (text: string) => `${from > 0 ? '…' : ''}${excerpt(text.slice(from))}`;
  return { found: cut(found), expected: cut(expected) };
}

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function byId(doc: Node): ReadonlyMap<string, Segment> {
  return new Map(segments(doc).map((segment) => [segment.id, segment]));
}

import { isConfirmed } from '../../core/status.ts';
import { lacking } from '../corpus/format.ts';
import type { CorpusRow } from '../corpus/row.ts';

/** A row as a reader of the English alone sees it. */
export interface SaidRow {
  /** How it stands to the row before it: of another document, paragraph or statement, behind its speaker, or in one line with it. */
  readonly joint: 'document' | 'paragraph' | 'statement' | 'speaker' | 'line';
  /** True for the first of all. */
  readonly isFirst: boolean;
  readonly isSpeaker: boolean;
  /** What is read: the English, or in its place what says that there is none. */
  readonly text: string;
  /** True for what nobody has confirmed yet. */
  readonly isUnfinished: boolean;
}

/** Says of the rows of an export, one after the other, what a text of English alone has of them. A statement is a paragraph of its own; a
 *  lead is its speaker. A row that is left out of the English says nothing (`null`); one whose English is missing says so with its
 *  Persian, where its state was chosen at all. */
export function saying(): (row: CorpusRow) => SaidRow | null {
  let before: CorpusRow | null = null;
  return (row) => {
    const { fa, en, status, kind, leftOut } = row;
    if (leftOut || (en === '' && fa === '')) return null;
    const joint = jointOf(row, before);
    const isFirst = before === null;
    before = row;
    const text = (en === '' ? `[not translated: ${fa}]` : en).replace(/[\n\r\u2028\u2029]+/g, ' ');
    return { joint, isFirst, isSpeaker: kind === 'lead', text, isUnfinished: en !== '' && !isConfirmed(status) };
  };
}

function jointOf(row: CorpusRow, before: CorpusRow | null): SaidRow['joint'] {
  if (before?.document !== row.document) return 'document';
  if (before.paragraph !== row.paragraph) return 'paragraph';
  if (before.statement !== row.statement) return 'statement';
  return before.kind === 'lead' && row.kind !== 'lead' ? 'speaker' : 'line';
}

/** What stands behind English that nobody has confirmed. */
export const UNFINISHED = '[unconfirmed]';

/** What a text of English alone has no place for. */
export const lostBesideEnglish = lacking(
  'persian',
  'mention',
  'link',
  'remark',
  'alignment',
  'taken',
  'status',
  'document-id',
  'segment-id',
);

import type { PairPreview } from '../../shared/core/pair-preview.ts';
import type { Checked } from '../../shared/core/problem.ts';
import type { TableColumns } from '../../shared/core/table-columns.ts';
import { sendForm } from '../platform/send-form.ts';

/** One of two texts that belong together: a file, or what was pasted. */
export type Side =
  | { readonly kind: 'file'; readonly file: File; readonly encoding?: string | undefined }
  | { readonly kind: 'paste'; readonly text: string };

/** Where a pair goes: a new document of a project, or one that has no English yet, which takes one side. */
export type Destination =
  | { readonly kind: 'project'; readonly project: string }
  | { readonly kind: 'document'; readonly document: string };

/** What the end of a paragraph means to the alignment. */
export const paragraphMarks = ['soft', 'hard', 'ignore'] as const;
export type ParagraphMarks = (typeof paragraphMarks)[number];

/** How two texts are read: told apart by themselves, as running text, or line by line. */
export const shapes = ['auto', 'text', 'lines'] as const;
export type Shape = (typeof shapes)[number];

/** A pair as a person has put it together. */
export interface PairOrder {
  readonly destination: Destination;
  readonly sides: readonly [Side | null, Side | null];
  readonly paragraphs: ParagraphMarks;
  readonly shape: Shape;
  /** The other way round than the languages tell. */
  readonly swap: boolean;
  /** Which columns of a table are read; `null` where it tells that itself. */
  readonly columns: TableColumns | null;
}

/** The endings of files that hold a whole pair. */
const tables = ['csv', 'tsv', 'tab', 'xlsx'];

/** True for a file that can only be a table. */
export function isTable({ name }: File): boolean {
  return tables.includes(name.split('.').at(-1)?.toLowerCase() ?? '');
}

/** True when there is enough to be read: two sides, or one that may be a table, or the English of a document. */
export function isWhole({ destination, sides: [one, other] }: PairOrder): boolean {
  if (destination.kind === 'document') return one !== null;
  if (one && other) return true;
  const single = one ?? other;
  if (!single) return false;
  return single.kind === 'file'
    ? isTable(single.file) || single.file.name.endsWith('.docx')
    : single.text.includes('\t');
}

/** What a pair would become. A server that does not answer is a problem like any other; only an abort throws. */
export function previewPair(order: PairOrder, signal: AbortSignal): Promise<Checked<PairPreview>> {
  return sendForm('/pair/preview', formOf(order, ''), signal);
}

/** Begins to bring a pair in; gives the id of the job. */
export function beginPair(order: PairOrder, title: string): Promise<Checked<{ readonly job: string }>> {
  return sendForm('/pair', formOf(order, title), null);
}

function formOf({ destination, sides, paragraphs, shape, swap, columns }: PairOrder, title: string): FormData {
  const form = new FormData();
  if (destination.kind === 'project') form.set('project', destination.project);
  else form.set('document', destination.document);
  form.set('title', title);
  form.set('paragraphs', paragraphs);
  if (shape !== 'auto') form.set('shape', shape);
  form.set('swap', String(swap));
  if (columns) form.set('columns', JSON.stringify(columns));
  const given = sides.filter((side) => side !== null);
  for (const [index, side] of given.entries()) {
    if (side.kind === 'file' && side.encoding !== undefined) form.set(`encoding${index + 1}`, side.encoding);
  }
  for (const side of given) {
    if (side.kind === 'file') form.append('file', side.file);
    else form.append('file', new File([side.text], 'paste.txt'));
  }
  return form;
}

import type { Checked } from '../../shared/core/problem.ts';
import type { SegmentationRules } from '../../shared/language/sentences/rules.ts';
import type { SegmentRow } from '../db/segment.ts';
import { readFile, type Upload } from '../import/file.ts';
import { type LineChoice, readLines } from '../import/lines.ts';
import { type NewText, type PreparedDocument, prepareDocument } from '../import/prepared.ts';
import type { Task, Tools } from './task.ts';

/** A text or a file as it came. */
export type Content =
  | { readonly raw: string; readonly lines?: LineChoice | undefined }
  | { readonly bytes: Uint8Array; readonly upload: Upload };

export interface DocumentOrder extends Omit<NewText, 'text'> {
  readonly content: Content;
  readonly rules: SegmentationRules;
  readonly at: number;
}

/** Segments in one piece of the result. */
const PIECE = 250;

/** Makes a document of what came; its segments are told in pieces, in order, and the rest is given without them. */
export const documentTask: Task<DocumentOrder, Checked<PreparedDocument>> = async (
  { content, rules, at, ...order },
  { newId, tell },
) => {
  const read =
    'raw' in content
      ? readLines(content.raw, content.lines ?? 'keep', rules)
      : await readFile(content.bytes, content.upload, rules);
  if (!read.ok) return read;
  const { text, title, leftOut, notes } = { title: '', leftOut: {}, ...read.value };
  const made = await prepareDocument({ newId, now: () => at }, { ...order, text, title: order.title || title }, rules);
  return made.ok ? { ok: true, value: { ...(await withoutSegments(made.value, tell)), leftOut, notes } } : made;
};

/** Tells the segments of a document in pieces, in order, and gives the rest of it. */
export async function withoutSegments(made: PreparedDocument, tell: Tools['tell']): Promise<PreparedDocument> {
  const { segments, ...projection } = made.projection;
  for (let from = 0; from < segments.length; from += PIECE) {
    await tell(segments.slice(from, from + PIECE) satisfies readonly SegmentRow[]);
  }
  return { ...made, projection: { ...projection, segments: [] } };
}

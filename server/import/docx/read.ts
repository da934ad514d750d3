import type { Checked } from '../../../shared/core/problem.ts';
import type { LeftOutKind } from '../../../shared/formats/text/left-out.ts';
import { refused } from '../../../shared/formats/text/problems.ts';
import { BodyReader } from './body.ts';
import { docxLimits } from './limits.ts';
import type { Block, DocxDocument } from './model.ts';
import { type Relationships, relationships } from './relationships.ts';
import { StyleReader } from './styles.ts';
import { type Listener, readXml, type XmlRule } from './xml.ts';

/** A Word document from the parts of its package, that `packageParts` gave: pure, and with a cost that grows with the length
 *  of its XML alone. Which part is which is read from the relationships; other namespace prefixes and the strict form read
 *  the same. Headers, footers and comments are not mixed in but counted, as all else that is left out. */
export function readDocx(files: ReadonlyMap<string, Uint8Array>): Checked<DocxDocument> {
  const budget = { tags: docxLimits.tags };
  const main = first(relationships(files, '', budget), 'officeDocument') ?? 'word/document.xml';
  const parts = relationships(files, main, budget);
  let failed: Checked<never> | null = null;
  const read = <Reader extends Listener>(part: string | undefined, reader: Reader): Reader => {
    const file = part === undefined ? undefined : files.get(part);
    const rule = file === undefined ? null : readXml(file, reader, budget);
    if (rule !== null) failed ??= refusal(rule, part ?? main);
    return reader;
  };

  if (!files.has(main)) return refusal('damaged', main);
  const styles = read(first(parts, 'styles'), new StyleReader());
  const reader = () => new BodyReader((id) => styles.isHidden(id));
  const body = read(main, reader());
  const footnotes = read(first(parts, 'footnotes'), reader());
  const endnotes = read(first(parts, 'endnotes'), reader());
  const headers = [...(parts.get('header') ?? []), ...(parts.get('footer') ?? [])].map((part) => read(part, reader()));
  const comments = read(first(parts, 'comments'), reader());
  if (failed) return failed;

  const notes = new Map([...footnotes.notes, ...endnotes.notes]);
  const marked = new Set(marksIn(body.blocks));
  const count = new Map(body.leftOut);
  const add = (kind: LeftOutKind, more: number) => more > 0 && count.set(kind, (count.get(kind) ?? 0) + more);
  for (const kind of ['hidden', 'deleted', 'picture', 'drawing'] as const) {
    add(kind, (footnotes.leftOut.get(kind) ?? 0) + (endnotes.leftOut.get(kind) ?? 0));
  }
  add('header', headers.filter(({ blocks }) => saysSomething(blocks)).length);
  add('comment', comments.leftOut.get('comment') ?? 0);
  add('note', [...notes].filter(([id, note]) => !marked.has(id) && saysSomething(note)).length);
  return { ok: true, value: { blocks: body.blocks, notes, leftOut: Object.fromEntries(count) } };
}

function first(parts: Relationships, type: string): string | undefined {
  return parts.get(type)?.[0];
}

function refusal(rule: XmlRule, part: string): Checked<never> {
  return rule === 'tags'
    ? refused('file.docx-tags', { values: { limit: docxLimits.tags } })
    : refused('file.docx-damaged', { values: { detail: part } });
}

function* marksIn(blocks: readonly Block[]): Iterable<string> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield* block.notes;
    else for (const row of block.rows) for (const cell of row) yield* marksIn(cell);
  }
}

function saysSomething(blocks: readonly Block[]): boolean {
  return blocks.some((block) =>
    block.kind === 'paragraph' ? /[\p{L}\p{N}]/u.test(block.text) : block.rows.some((row) => row.some(saysSomething)),
  );
}

import type { PairPreview } from '../../shared/core/pair-preview.ts';
import { namedColumns } from '../../shared/formats/tsv/columns.ts';
import { isTable, previewPair } from './order.ts';

/** True when files that came together are a Persian text and its English, or one file that holds both: a table, or a Word
 *  document with one. The server is asked; what it cannot read is none. */
export async function isPair(project: string, files: readonly File[]): Promise<boolean> {
  const [first, second, ...more] = files;
  if (!first || more.length > 0) return false;
  if (!second && isTable(first)) return true;
  if (!second && !/\.docx$/i.test(first.name)) return false;
  const preview = await previewed(project, first, second);
  return preview?.languages.source === 'fa' && preview.languages.target === 'en';
}

/** True for a workbook by itself whose first row names more of its columns than the two texts: with ids and states it is a corpus. The
 *  server looks into it. */
export async function isCorpusWorkbook(project: string, files: readonly File[]): Promise<boolean> {
  const [only, ...more] = files;
  if (!only || more.length > 0 || !/\.xlsx$/i.test(only.name)) return false;
  const [head = []] = (await previewed(project, only))?.table?.rows ?? [];
  return Object.keys(namedColumns(head, []) ?? {}).length > 2;
}

/** What the files would become; `null` where they cannot be read. */
async function previewed(project: string, first: File, second?: File): Promise<PairPreview | null> {
  const side = (file: File) => ({ kind: 'file', file }) as const;
  const answer = await previewPair(
    {
      ...{ destination: { kind: 'project', project }, sides: [side(first), second ? side(second) : null] },
      ...{ paragraphs: 'soft', shape: 'auto', swap: false, columns: null },
    },
    new AbortController().signal,
  );
  return answer.ok ? answer.value : null;
}

/** How much of a file is looked at. */
const BEGINNING = 8_192;

/** True for a file that begins in the letters of Persian; a Word document tells nothing. */
export async function looksPersian(file: File): Promise<boolean> {
  const text = await file.slice(0, BEGINNING).text();
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return count(/\p{Script=Arabic}/gu) > count(/\p{Script=Latin}/gu);
}

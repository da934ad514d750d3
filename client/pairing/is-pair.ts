import { isTable, type PairOrder, previewPair } from './order.ts';

/** True when files that came together are a Persian text and its English, or one file that holds both: a table, or a Word
 *  document with one. The server is asked; what it cannot read is none. */
export async function isPair(project: string, files: readonly File[]): Promise<boolean> {
  const [first, second, ...more] = files;
  if (!first || more.length > 0) return false;
  if (!second && isTable(first)) return true;
  if (!second && !/\.docx$/i.test(first.name)) return false;
  const side = (file: File) => ({ kind: 'file', file }) as const;
  const order: PairOrder = {
    destination: { kind: 'project', project },
    sides: [side(first), second ? side(second) : null],
    paragraphs: 'soft',
    shape: 'auto',
    swap: false,
    columns: null,
  };
  const answer = await previewPair(order, new AbortController().signal);
  if (!answer.ok) return false;
  const { source, target } = answer.value.languages;
  return source === 'fa' && target === 'en';
}

/** How much of a file is looked at. */
const BEGINNING = 8_192;

/** True for a file that begins in the letters of Persian; a Word document tells nothing. */
export async function looksPersian(file: File): Promise<boolean> {
  const text = await file.slice(0, BEGINNING).text();
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return count(/\p{Script=Arabic}/gu) > count(/\p{Script=Latin}/gu);
}

import { HEAD, recognise } from '../../shared/formats/recognise.ts';
import { namedColumns } from '../../shared/formats/tsv/columns.ts';

/** Endings that say of a file that it is a corpus, whatever it begins with. */
const endings: ReadonlySet<string> = new Set('tmx xlf xliff jsonl ndjson conll iob ann align wa zip'.split(' '));
/** Endings of tables: one by itself may be a text and its English, side by side. */
const tables: ReadonlySet<string> = new Set(['csv', 'tsv', 'tab', 'xlsx']);

/** True where one of files that came together holds a corpus, or packs some: then all of them are read as corpora. A single table
 *  is one when its first row names more of its columns than the two texts. */
export async function holdsCorpus(files: readonly File[]): Promise<boolean> {
  for (const file of files) if (await isCorpus(file, files.length > 1)) return true;
  return false;
}

async function isCorpus(file: File, isOneOfSeveral: boolean): Promise<boolean> {
  const ending = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase();
  if (endings.has(ending)) return true;
  const head = (await file.slice(0, 4 * HEAD).text()).slice(0, HEAD);
  if (head.startsWith('PK')) return ending !== 'docx' && ending !== 'xlsx' ? true : isOneOfSeveral && ending === 'xlsx';
  if (tables.has(ending)) return isOneOfSeveral || namesMore(head);
  // By its content alone: what has an ending of a text may be one.
  const format = recognise(head, '');
  return format !== null && format !== 'tsv';
}

function namesMore(head: string): boolean {
  const [first = ''] = head.replace(/^\ufeff/, '').split(/[\r\n]/, 1);
  const cells = first.split(/[,;\t]/).map((cell) => cell.replace(/^"(.*)"$/, '$1'));
  return Object.keys(namedColumns(cells, []) ?? {}).length > 2;
}

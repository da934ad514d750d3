import type { TableColumns } from '../../../shared/core/table-columns.ts';
import { type ReadFormat, readers } from '../../../shared/formats/formats.ts';
import { HEAD, recognise } from '../../../shared/formats/recognise.ts';
import { extensionOf } from '../../../shared/formats/text/title.ts';
import { packageKind } from '../content.ts';
import { readDirectory } from '../docx/zip-archive.ts';
import { byteOrderMark } from '../encoding.ts';
import { isZip } from '../signature.ts';
import { type CorpusFile, type FileSet, lastName, type SetFormat } from './file.ts';

/** Formats of several files, those first that have the files of another one and more. */
const several = (Object.keys(readers) as ReadFormat[])
  .filter((format) => readers[format].files.length > 1)
  .sort((a, b) => readers[b].files.length - readers[a].files.length);

/** The endings of texts without English. */
const texts: ReadonlySet<string> = new Set(['', 'txt', 'text', 'docx', 'fa']);

/** The files as sets that belong together, in the order of their first files: by their content, and those of a format that has
 *  several by the name that they share. With `asked` all that the format takes is of that format. */
export async function fileSets(files: readonly CorpusFile[], asked?: SetFormat): Promise<readonly FileSet[]> {
  const left = new Set(files);
  const together = new Map<CorpusFile, FileSet>();
  for (const format of several) {
    if (asked !== undefined && asked !== format) continue;
    const endings: readonly string[] = readers[format].files;
    const stems = new Map<string, Map<string, CorpusFile>>();
    for (const file of left) {
      const { stem, ending } = parted(file.name, endings);
      const own = stems.get(stem) ?? new Map<string, CorpusFile>();
      if (!own.has(ending)) own.set(ending, file);
      stems.set(stem, own);
    }
    for (const own of stems.values()) {
      const found = endings.flatMap((ending) => own.get(ending) ?? []);
      const [first] = found;
      if (first === undefined || found.length < endings.length) continue;
      for (const file of found) left.delete(file);
      const begin = files.find((file) => found.includes(file)) ?? first;
      together.set(begin, { format, files: found });
    }
  }
  const sets: FileSet[] = [];
  for (const file of files) {
    const whole = together.get(file);
    if (whole) sets.push(whole);
    else if (left.has(file)) sets.push({ format: asked ?? (await formatOf(file)), files: [file] });
  }
  return sets;
}

/** The sets with what was chosen for their tables, by their place. */
export function chosenSets(
  sets: readonly FileSet[],
  tables: Readonly<Record<string, TableColumns>> = {},
): readonly FileSet[] {
  return sets.map((set, index) => ({ ...set, columns: tables[index] }));
}

/** A name without its ending, and that: the longest of these endings (`fa.xml` before `xml`), or what stands behind the last dot. English of
 *  a region has the ending of English. */
function parted(name: string, endings: readonly string[]): { readonly stem: string; readonly ending: string } {
  const plain = name.toLowerCase().replace(/\.(fa|en)-[a-z]{2}(?=\.[^./]*$|$)/, '.$1');
  const known = endings.filter((each) => plain.endsWith(`.${each}`)).sort((a, b) => b.length - a.length)[0];
  const ending = known ?? /\.([^./]*)$/.exec(plain)?.[1] ?? '';
  // A region makes the name longer than its ending says.
  const dots = ending.split('.').length;
  return { stem: ending === '' ? name : name.split('.').slice(0, -dots).join('.'), ending };
}

async function formatOf({ name, bytes }: CorpusFile): Promise<SetFormat | null> {
  const file = lastName(name);
  const ending = extensionOf(file);
  if (isZip(bytes)) {
    const kind = packageKind((await readDirectory(bytes)) ?? []);
    return kind === 'Excel' ? 'xlsx' : 'text';
  }
  const format = recognise(headOf(bytes), file);
  // These endings say nothing of a file that stands alone.
  const isAlone = format === 'brat' || format === 'moses';
  if (format !== null && !(isAlone && texts.has(ending))) return format;
  return texts.has(ending) ? 'text' : null;
}

/** The beginning of a file as far as it can be read. */
function headOf(bytes: Uint8Array): string {
  const start = bytes.subarray(0, 4 * HEAD);
  const [first, second, third, fourth] = start;
  const wide = first === 0x3c && second === 0 && third === 0x3f && fourth === 0 ? 'utf-16le' : undefined;
  return new TextDecoder(byteOrderMark(start) ?? wide ?? 'utf-8').decode(start).slice(0, HEAD);
}

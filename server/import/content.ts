import type { Checked } from '../../shared/core/problem.ts';
import type { LeftOut } from '../../shared/formats/text/left-out.ts';
import { refused } from '../../shared/formats/text/problems.ts';
import { extensionOf } from '../../shared/formats/text/title.ts';
import { decode } from './decode.ts';
import type { DocxDocument } from './docx/model.ts';
import { packageParts } from './docx/package.ts';
import { readDocx } from './docx/read.ts';
import { docxText } from './docx/text.ts';
import { readDirectory, type ZipEntry } from './docx/zip-archive.ts';
import type { Encoding } from './encoding.ts';
import { foreign, isZip } from './signature.ts';

/** The text in a file, as it stands there, and what of the file is not in it. */
export interface RawText {
  readonly text: string;
  readonly leftOut: LeftOut;
}

/** The text of a Word document, or of a text in the encoding asked for. What the file is called and what it holds must
 *  agree. */
export async function rawText(bytes: Uint8Array, filename: string, encoding?: Encoding): Promise<Checked<RawText>> {
  const extension = extensionOf(filename);
  const problem = foreign(bytes);
  if (problem !== null) return { ok: false, problems: [problem] };
  if (isZip(bytes)) {
    const document = await docxDocument(bytes, extension);
    return document.ok
      ? { ok: true, value: { text: docxText(document.value), leftOut: document.value.leftOut } }
      : document;
  }
  if (extension === 'docx') return refused('file.not-docx');
  if (markdown.has(extension)) return refused('file.markdown', { values: { extension } });
  if (!textExtensions.has(extension)) return refused('file.extension', { values: { extension } });
  const text = decode(bytes, encoding);
  return text.ok ? { ok: true, value: { text: text.value, leftOut: {} } } : text;
}

/** `fa` is how one half of a Moses pair is named; a file without an ending is mostly a text. */
const textExtensions: ReadonlySet<string> = new Set(['', 'txt', 'text', 'fa']);

/** Its marks would stand in the text. */
const markdown: ReadonlySet<string> = new Set(['md', 'markdown', 'mdown', 'mkd']);

/** The Word document that a ZIP archive holds, with its tables: what is another archive is refused by what it is. */
export async function docxDocument(bytes: Uint8Array, extension = 'docx'): Promise<Checked<DocxDocument>> {
  const entries = await readDirectory(bytes);
  if (entries === null && extension === 'docx') return refused('file.docx-cut');
  const found = packageKind(entries ?? []);
  if (entries === null || found === null) return refused('file.archive', { values: { found: 'ZIP' } });
  if (found !== 'Word') return refused('file.document', { values: { found } });
  if (extension !== 'docx') return refused('file.is-docx', { values: { extension } });
  const parts = await packageParts(entries);
  return parts.ok ? readDocx(parts.value) : parts;
}

/** Folders and files by which documents that are ZIP archives are told apart. */
const packages: readonly (readonly [start: string, found: string])[] = [
  ['word/', 'Word'],
  ['xl/', 'Excel'],
  ['ppt/', 'PowerPoint'],
  ['META-INF/container.xml', 'EPUB'],
  ['META-INF/manifest.xml', 'OpenDocument'],
];

/** Of which office program a ZIP archive is a document; `null` for none. */
export function packageKind(entries: readonly Pick<ZipEntry, 'name'>[]): string | null {
  return packages.find(([start]) => entries.some(({ name }) => name.startsWith(start)))?.[1] ?? null;
}

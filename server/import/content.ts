import type { Checked } from '../../shared/core/problem.ts';
import { refused } from '../../shared/formats/text/problems.ts';
import { extensionOf } from '../../shared/formats/text/title.ts';
import { decode } from './decode.ts';
import { readDocx } from './docx.ts';
import { safePackage } from './docx-package.ts';
import type { Encoding } from './encoding.ts';
import { foreign, isZip } from './signature.ts';
import { readDirectory, type ZipEntry } from './zip-archive.ts';

/** The text in a file, as it stands there: of a Word document, or of a text in the encoding asked for. What the file is
 *  called and what it holds must agree. */
export async function rawText(bytes: Uint8Array, filename: string, encoding?: Encoding): Promise<Checked<string>> {
  const extension = extensionOf(filename);
  const problem = foreign(bytes);
  if (problem !== null) return { ok: false, problems: [problem] };
  if (isZip(bytes)) return fromZip(bytes, extension);
  if (extension === 'docx') return refused('file.not-docx');
  if (!textExtensions.has(extension)) return refused('file.extension', { values: { extension } });
  return decode(bytes, encoding);
}

/** `fa` is how one half of a Moses pair is named; a file without an ending is mostly a text. */
const textExtensions: ReadonlySet<string> = new Set(['', 'txt', 'text', 'md', 'fa']);

async function fromZip(bytes: Uint8Array, extension: string): Promise<Checked<string>> {
  const entries = readDirectory(bytes);
  if (entries === null && extension === 'docx') return refused('file.docx-cut');
  const found = packageKind(entries ?? []);
  if (entries === null || found === null) return refused('file.archive', { values: { found: 'ZIP' } });
  if (found !== 'Word') return refused('file.document', { values: { found } });
  if (extension !== 'docx') return refused('file.is-docx', { values: { extension } });
  const safe = safePackage(bytes, entries);
  return safe.ok ? readDocx(safe.value) : safe;
}

/** Folders and files by which documents that are ZIP archives are told apart. */
const packages: readonly (readonly [start: string, found: string])[] = [
  ['word/', 'Word'],
  ['xl/', 'Excel'],
  ['ppt/', 'PowerPoint'],
  ['META-INF/container.xml', 'EPUB'],
  ['META-INF/manifest.xml', 'OpenDocument'],
];

function packageKind(entries: readonly ZipEntry[]): string | null {
  return packages.find(([start]) => entries.some(({ name }) => name.startsWith(start)))?.[1] ?? null;
}

import { type Entry, fromBufferPromise } from 'yauzl';
import type { Checked, Problem } from '../../../shared/core/problem.ts';
import { corpusProblem } from '../../../shared/formats/corpus/problems.ts';
import { packageKind } from '../content.ts';
import { inMiB } from '../docx/limits.ts';
import { entryOf, readDirectory } from '../docx/zip-archive.ts';
import { isZip } from '../signature.ts';
import { type CorpusFile, MAX_CORPUS, MAX_CORPUS_FILE, MAX_CORPUS_FILES } from './file.ts';

/** How many times its packed size a file may have, when it is larger than `RATIO_FROM`. Written text reaches 50. */
const RATIO = 250;
const RATIO_FROM = 4 * 1024 * 1024;

/** Bits of an entry by which it is encrypted (APPNOTE 4.4.4), and the type of a symbolic link in the mode of Unix. */
const ENCRYPTED = 0x2041;
const LINK = 0o120000;
const TYPE = 0o170000;

/** The files, with those of archives in their place. An archive that holds another one, a link, a path out of itself, something
 *  encrypted or more than anybody packs is refused as a whole; folders and what systems leave in archives are no files. */
export async function unpackArchives(given: readonly CorpusFile[]): Promise<Checked<readonly CorpusFile[]>> {
  const files: CorpusFile[] = [];
  const problems: Problem[] = [];
  for (const file of given) {
    const unpacked = (await isArchive(file)) ? await unpack(file) : { ok: true as const, value: [file] };
    if (unpacked.ok) files.push(...unpacked.value);
    else problems.push(...unpacked.problems.map((problem) => ({ element: file.name, ...problem })));
  }
  if (problems.length > 0) return { ok: false, problems };
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > MAX_CORPUS) return refused('archive.size', { size: inMiB(size), limit: inMiB(MAX_CORPUS) });
  if (files.length > MAX_CORPUS_FILES) {
    return refused('archive.entries', { count: files.length, limit: MAX_CORPUS_FILES });
  }
  return { ok: true, value: files };
}

/** True for a ZIP archive that is no document of an office program. */
async function isArchive({ bytes, name }: CorpusFile): Promise<boolean> {
  if (!isZip(bytes)) return false;
  if (/\.zip$/i.test(name)) return true;
  return packageKind((await readDirectory(bytes)) ?? []) === null;
}

async function unpack({ name, bytes }: CorpusFile): Promise<Checked<readonly CorpusFile[]>> {
  const entries: Entry[] = [];
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const archive = await fromBufferPromise(buffer, { lazyEntries: true });
    for await (const entry of archive.eachEntry()) {
      entries.push(entry);
      if (entries.length > MAX_CORPUS_FILES) {
        return refused('archive.entries', { count: archive.entryCount, limit: MAX_CORPUS_FILES });
      }
    }
    const problem = entries.map(wrong).find((found) => found !== null);
    if (problem) return { ok: false, problems: [problem] };
    const files = entries.filter(({ fileName }) => !isNoFile(fileName));
    const size = files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    if (size > MAX_CORPUS) return refused('archive.size', { size: inMiB(size), limit: inMiB(MAX_CORPUS) });
    if (files.length === 0) return refused('archive.empty', {});
    const unpacked: CorpusFile[] = [];
    for (const entry of files) {
      const body = await entryOf(archive, entry).unpack();
      if (body === null) return refused('archive.damaged', { detail: entry.fileName });
      if (isZip(body) && packageKind((await readDirectory(body)) ?? []) === null) {
        return refused('archive.nested', { name: entry.fileName });
      }
      unpacked.push({ name: `${name}/${entry.fileName}`, bytes: body });
    }
    return { ok: true, value: unpacked };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (/encrypt/i.test(detail)) return refused('archive.encrypted', { name });
    const path = /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)$/s.exec(detail)?.[1];
    return path === undefined ? refused('archive.damaged', { detail }) : refused('archive.path', { path });
  }
}

/** Why an entry may not be unpacked. */
function wrong(entry: Entry): Problem | null {
  const { fileName: name, uncompressedSize: size, compressedSize: packed } = entry;
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) return corpusProblem('archive.encrypted', { values: { name } });
  if (((entry.externalFileAttributes >>> 16) & TYPE) === LINK) {
    return corpusProblem('archive.link', { values: { name } });
  }
  if (size > MAX_CORPUS_FILE) {
    return corpusProblem('archive.size', { values: { size: inMiB(size), limit: inMiB(MAX_CORPUS_FILE) } });
  }
  const ratio = size > RATIO_FROM ? size / Math.max(packed, 1) : 1;
  return ratio > RATIO ? corpusProblem('archive.ratio', { values: { name, ratio: Math.round(ratio) } }) : null;
}

/** Folders, and what the file managers of systems leave behind. */
function isNoFile(name: string): boolean {
  return name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$)/i.test(name);
}

function refused(rule: Parameters<typeof corpusProblem>[0], values: Readonly<Record<string, string | number>>) {
  return { ok: false, problems: [corpusProblem(rule, { values })] } as const;
}

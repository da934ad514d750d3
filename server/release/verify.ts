import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import { MANIFEST, type ReleaseManifest } from '../../shared/release/manifest.ts';
import type { Context } from '../context.ts';
import { inTemporaryFolder } from '../temporary/folder.ts';
import { releaseManifest } from './manifest-shape.ts';
import { archiveBytes, storedRelease } from './stored.ts';

/** No manifest is longer, in bytes: one that says so is not ours. */
const LONGEST_MANIFEST = 512 * 1024 * 1024;

/** Looks whether an archive on disk holds the files that its manifest tells of, byte for byte; tells each that differs, is missing or
 *  is too many. */
export async function verifyArchive(path: string): Promise<readonly Problem[]> {
  const opened = await openedArchive(path);
  if (!opened.ok) return opened.problems;
  const { archive, entries, manifest } = opened.value;
  try {
    const problems: Problem[] = [];
    const told = new Set([MANIFEST, ...manifest.files.map((file) => file.path)]);
    for (const { path, bytes, sha256 } of manifest.files) {
      const entry = entries.get(path);
      if (!entry) problems.push(fileProblem('missing', path));
      else if (entry.uncompressedSize !== bytes || (await hashOf(archive, entry)) !== sha256)
        problems.push(fileProblem('differs', path));
    }
    for (const name of entries.keys()) if (!told.has(name)) problems.push(fileProblem('extra', name));
    return problems;
  } finally {
    archive.close();
  }
}

/** The manifest of an archive on disk. */
export async function archiveManifest(path: string): Promise<Checked<ReleaseManifest>> {
  const opened = await openedArchive(path);
  if (!opened.ok) return opened;
  opened.value.archive.close();
  return { ok: true, value: opened.value.manifest };
}

/** Looks whether the archive of a stored release is the one that was made, and whole. */
export async function verifyRelease(ctx: Context, { id }: { readonly id: string }): Promise<readonly Problem[]> {
  const row = await storedRelease(ctx, id);
  return inTemporaryFolder('release', async (folder) => {
    const path = join(folder, 'release.zip');
    const hash = createHash('sha256');
    async function* hashed() {
      for await (const piece of archiveBytes(ctx, row)) {
        hash.update(piece);
        yield piece;
      }
    }
    await pipeline(Readable.from(hashed()), createWriteStream(path));
    // Removed meanwhile, it is not damaged: it is there no more.
    await storedRelease(ctx, id);
    const problems = await verifyArchive(path);
    if (problems.length === 0 && hash.digest('hex') !== row.sha256) return [unreadable];
    return problems;
  });
}

interface OpenedArchive {
  readonly archive: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly manifest: ReleaseManifest;
}

async function openedArchive(path: string): Promise<Checked<OpenedArchive>> {
  let archive: ZipFile;
  try {
    archive = await openPromise(path, { lazyEntries: true, autoClose: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    return { ok: false, problems: [unreadable] };
  }
  const refused = (problem: Problem): Checked<OpenedArchive> => {
    archive.close();
    return { ok: false, problems: [problem] };
  };
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of archive.eachEntry()) entries.set(entry.fileName, entry);
    const entry = entries.get(MANIFEST);
    if (!entry || entry.uncompressedSize > LONGEST_MANIFEST) return refused(noManifest);
    const chunks: Uint8Array[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array);
    const read = releaseManifest(Buffer.concat(chunks).toString());
    return read.ok
      ? { ok: true, value: { archive, entries, manifest: read.value } }
      : refused(read.problems[0] ?? noManifest);
  } catch {
    return refused(unreadable);
  }
}

/** `null` for one that cannot be unpacked. */
async function hashOf(archive: ZipFile, entry: Entry): Promise<string | null> {
  try {
    const hash = createHash('sha256');
    for await (const chunk of await archive.openReadStreamPromise(entry)) hash.update(chunk as Uint8Array);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

const unreadable: Problem = {
  rule: 'release.unreadable',
  message: 'The archive is damaged, or is no ZIP archive. Download the release again.',
};

const noManifest: Problem = {
  rule: 'release.manifest',
  message: `The archive has no ${MANIFEST} of a release. Choose an archive that Radif made.`,
};

const messages = {
  missing: 'is told of in the manifest but is not there. Download the release again.',
  differs: 'is not as the manifest says: its bytes have another SHA-256. Download the release again.',
  extra: 'is not told of in the manifest. Take it out, or download the release again.',
} as const;

function fileProblem(kind: keyof typeof messages, path: string): Problem {
  return {
    rule: `release.file-${kind}`,
    message: `${path} ${messages[kind]}`,
    element: path,
    values: { path },
  };
}

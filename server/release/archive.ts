import { createHash } from 'node:crypto';
import type { ReleasedFile } from '../../shared/release/manifest.ts';
import { openArchive } from '../export/zip.ts';

/** ZIP counts with 32 bits, without an extension that some readers lack. */
export const MOST_BYTES = 0xffff_ffff;

/** A file, or the archive, would be larger than ZIP can tell. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
  readonly path: string;

  constructor(path: string) {
    super(`${path} would be larger than 4 GB`);
    this.path = path;
  }
}

/** What is compressed at once: pieces of the same length make the same bytes, however they came. */
const BLOCK = 65_536;

/** An archive that tells of each of its files how long it is and its SHA-256. */
export function hashedArchive() {
  const archive = openArchive();
  const files: ReleasedFile[] = [];
  let size = 0;
  const counted = (bytes: Uint8Array, path: string) => {
    size += bytes.length;
    if (size > MOST_BYTES) throw new TooLarge(path);
    return bytes;
  };
  return {
    /** The files that are complete. */
    files: files as readonly ReleasedFile[],
    /** Adds a file; gives the bytes of the archive that it makes. */
    async *add(path: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      const hash = createHash('sha256');
      let bytes = 0;
      archive.begin(path);
      for await (const block of inBlocks(content)) {
        hash.update(block);
        bytes += block.length;
        if (bytes > MOST_BYTES) throw new TooLarge(path);
        yield counted(archive.push(block), path);
      }
      yield counted(archive.endFile(), path);
      files.push({ path, bytes, sha256: hash.digest('hex') });
    },
    end: () => counted(archive.end(), 'The archive'),
  };
}

/** The same bytes in blocks of one length, the last one apart. */
export async function* inBlocks(
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  length = BLOCK,
): AsyncGenerator<Uint8Array> {
  let pending: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of content) {
    pending.push(bytes);
    size += bytes.length;
    if (size < length) continue;
    const joined = Buffer.concat(pending);
    const whole = size - (size % length);
    for (let from = 0; from < whole; from += length) yield joined.subarray(from, from + length);
    pending = [joined.subarray(whole)];
    size -= whole;
  }
  if (size > 0) yield Buffer.concat(pending);
}

import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** One file of a ZIP archive, by what the directory says of it. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes in the archive, and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Its bytes, or `null` when they are not what the directory says: its size, its checksum, its method. Stops as soon as
   *  there are more bytes than that, so a lie about the size costs nothing. */
  unpack(): Promise<Uint8Array | null>;
}

/** The files of an archive, or `null` when there is no directory that can be read. */
export async function readDirectory(bytes: Uint8Array): Promise<readonly ZipEntry[] | null> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const archive = await fromBufferPromise(buffer, { lazyEntries: true });
    const entries: ZipEntry[] = [];
    for await (const entry of archive.eachEntry()) entries.push(entryOf(archive, entry));
    return entries;
  } catch {
    return null;
  }
}

/** The file that an entry of a directory tells of. */
export function entryOf(archive: ZipFile, entry: Entry): ZipEntry {
  return {
    name: entry.fileName,
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    async unpack() {
      try {
        const chunks: Uint8Array[] = [];
        for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array);
        const file = Buffer.concat(chunks);
        return crc32(file) === entry.crc32 ? file : null;
      } catch {
        return null;
      }
    },
  };
}

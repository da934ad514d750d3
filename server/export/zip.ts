import { createReadStream } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { temporaryFolder } from '../temporary/folder.ts';
import type { FileBytes } from './packer.ts';

/** An export of several files as one ZIP archive, which goes out while the rows come in. An archive holds its files one
 *  after the other but a pair is written line by line, so all files but the first wait on disk, and the memory stays flat.
 *  `names` are those of the files that the chunks belong to. A reader that goes away leaves nothing behind. */
export async function* zipped(names: readonly string[], chunks: AsyncIterable<FileBytes>): AsyncIterable<Uint8Array> {
  const folder = await temporaryFolder('export');
  const waiting = (file: number) => join(folder.path, String(file));
  const archive = openArchive();
  try {
    for (const [file, name] of names.entries()) {
      archive.begin(name);
      if (file > 0) {
        for await (const bytes of createReadStream(waiting(file))) yield archive.push(bytes as Buffer);
      } else {
        for (const later of names.keys()) await writeFile(waiting(later), '');
        for await (const chunk of chunks) {
          if (chunk.file === 0) yield archive.push(chunk.bytes);
          else await appendFile(waiting(chunk.file), chunk.bytes);
        }
      }
      yield archive.endFile();
    }
    yield archive.end();
  } finally {
    await folder.remove();
  }
}

/** fflate's archive, which calls back at once, as one that gives back the bytes of each step. Its bytes do not depend on the version
 *  of zlib that Node brings, nor on the processor; the pieces that are pushed do count. */
export function openArchive() {
  let out: Uint8Array[] = [];
  let entry = new ZipDeflate('');
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    out.push(bytes);
  });
  const taken = () => {
    const bytes = Buffer.concat(out);
    out = [];
    return bytes;
  };
  return {
    begin(name: string) {
      entry = new ZipDeflate(name);
      // The earliest day that ZIP knows: the same corpus gives the same archive.
      entry.mtime = new Date(1980, 0, 1);
      zip.add(entry);
    },
    push(bytes: Uint8Array) {
      entry.push(bytes);
      return taken();
    },
    endFile() {
      entry.push(new Uint8Array(), true);
      return taken();
    },
    end() {
      zip.end();
      return taken();
    },
  };
}

import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { FileBytes } from '../export/packer.ts';

/** Writes the chunks into files, which get their names only when all of them are complete and on disk. When something
 *  goes wrong, what stood under the names stays. */
export async function writeFiles(paths: readonly string[], chunks: AsyncIterable<FileBytes>): Promise<void> {
  const parts = paths.map((path) => ({ path, part: `${path}.${randomUUID().slice(0, 8)}.part` }));
  const handles: FileHandle[] = [];
  // The next chunk is made while the disk takes the last one.
  let writing: Promise<void> | undefined;
  try {
    for (const { part } of parts) handles.push(await open(part, 'wx'));
    for await (const { file, bytes } of chunks) {
      await writing;
      writing = handles[file]?.appendFile(bytes);
      // Its failure is heard where it is awaited, and not before.
      writing?.catch(() => {});
    }
    await writing;
    for (const handle of handles) await handle.sync();
    for (const { path, part } of parts) await rename(part, path);
  } finally {
    await writing?.catch(() => {});
    for (const handle of handles) await handle.close();
    for (const { part } of parts) await rm(part, { force: true });
  }
}

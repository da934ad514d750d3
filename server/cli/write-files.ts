import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { Chunk } from '../../shared/formats/export.ts';

/** Writes the chunks into files, which get their names only when all of them are complete and on disk. When something
 *  goes wrong, what stood under the names stays. */
export async function writeFiles(paths: readonly string[], chunks: AsyncIterable<Chunk>): Promise<void> {
  const parts = paths.map((path) => ({ path, part: `${path}.${randomUUID().slice(0, 8)}.part` }));
  const handles: FileHandle[] = [];
  try {
    for (const { part } of parts) handles.push(await open(part, 'wx'));
    for await (const { file, text } of chunks) await handles[file]?.appendFile(text);
    for (const handle of handles) await handle.sync();
    for (const { path, part } of parts) await rename(part, path);
  } finally {
    for (const handle of handles) await handle.close();
    for (const { part } of parts) await rm(part, { force: true });
  }
}

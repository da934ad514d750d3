import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CorpusFile } from './file.ts';

/** A file of a corpus that lies on disk: on its way to another process it would be copied several times. */
export interface LaidFile {
  readonly name: string;
  readonly path: string;
}

/** Puts files into a folder. */
export async function layFiles(files: readonly CorpusFile[], folder: string): Promise<readonly LaidFile[]> {
  const laid: LaidFile[] = [];
  for (const { name, bytes } of files) {
    const path = join(folder, `file-${laid.length}`);
    await writeFile(path, bytes);
    laid.push({ name, path });
  }
  return laid;
}

/** The files again. */
export async function readLaid(laid: readonly LaidFile[]): Promise<readonly CorpusFile[]> {
  const files: CorpusFile[] = [];
  for (const { name, path } of laid) files.push({ name, bytes: await readFile(path) });
  return files;
}

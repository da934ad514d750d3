import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives `work` a folder, which is made when it is asked for and goes when the work has ended. */
export async function inFolder<T>(work: (folder: () => Promise<string>) => Promise<T>): Promise<T> {
  const made: Promise<string>[] = [];
  try {
    return await work(() => {
      const folder = made[0] ?? mkdtemp(join(tmpdir(), 'radif-job-'));
      made[0] = folder;
      return folder;
    });
  } finally {
    const folder = await made[0]?.catch(() => undefined);
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

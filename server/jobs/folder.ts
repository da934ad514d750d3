import { orFull, type TemporaryFolder, temporaryFolder } from '../temporary/folder.ts';

/** Gives `work` a folder, which is made when it is asked for and goes when the work has ended. */
export async function inFolder<T>(work: (folder: () => Promise<string>) => Promise<T>): Promise<T> {
  const made: Promise<TemporaryFolder>[] = [];
  try {
    return await work(async () => {
      const folder = made[0] ?? temporaryFolder('job');
      made[0] = folder;
      return (await folder).path;
    });
  } catch (error) {
    throw orFull(error);
  } finally {
    const folder = await made[0]?.catch(() => undefined);
    await folder?.remove();
  }
}

import { mkdirSync, statfsSync } from 'node:fs';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** What must be free there: all tests together hold less at a time. */
const ROOM = 2 ** 31;

/**
 * Has temporary files kept in memory where there is room for them: the databases of tests wait for the disk at each transaction,
 * and take twice as long for it. What ends with a process is all that tests end; nothing of theirs has to outlive the machine.
 * Who says where temporary files belong (`TMPDIR`) has them there.
 */
export function keepFilesInMemory() {
  if (process.env.TMPDIR || process.platform !== 'linux') return;
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < ROOM) return;
    const folder = `${MEMORY}/radif-tests-${process.getuid?.() ?? 0}`;
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    process.env.TMPDIR = folder;
  } catch {
    // A machine without it keeps them on its disk.
  }
}

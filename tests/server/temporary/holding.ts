import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../server/temporary/folder.ts';

/** Makes a folder for temporary files with a file in it, says where, and lives on. */
const { path } = await temporaryFolder('job');
writeFileSync(join(path, 'documents'), 'x');
process.stdout.write(`${path}\n`);
setInterval(() => {}, 60_000);

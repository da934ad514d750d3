import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * `npm run conformance -- FOLDER` runs the readers and writers over the official files of their formats, which are not part of this
 * project: FOLDER/xliff/valid and /invalid (the core of the test suite of OASIS), FOLDER/webanno-tsv, FOLDER/tmx, FOLDER/tbx.
 */
const [folder, ...filters] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  console.error('Expected the folder of the official files, as in: npm run conformance -- ../conformance');
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'conformance', ...filters],
  { stdio: 'inherit', env: { ...process.env, CONFORMANCE_FOLDER: resolve(folder) } },
);
process.exitCode = status ?? 1;

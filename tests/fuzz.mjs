import { spawnSync } from 'node:child_process';

/**
 * `npm run fuzz [-- MINUTES]` damages files of every format, of terms and entities, and archives and packages of every kind at random and reads them, so many minutes (10) with each reader; the seed
 * is printed, and `SEED=… npm run fuzz` draws the same files again.
 */
const [minutes = '10'] = process.argv.slice(2);
const seed = process.env.SEED ?? String(Date.now() % 2 ** 31);
console.info(`seed ${seed}`);
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'unit',
    '--project',
    'server',
    'formats/fuzz.test',
    'import/fuzz.test',
  ],
  { stdio: 'inherit', env: { ...process.env, SEED: seed, FUZZ_MINUTES: minutes } },
);
process.exitCode = status ?? 1;

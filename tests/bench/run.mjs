import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { buildWhatIsOld } from '../../server/build.mjs';
import { measuredApart } from './process.mjs';

/** @typedef {import('./figure.ts').Figure} Figure */
/** @typedef {Figure & { benchmark: string, case: string, ratio: number | null }} Row */

const benchmarks = [
  'segmentation',
  'hostile',
  'folding',
  'entities',
  'push',
  'start',
  'export',
  'formats',
  'first-screen',
  'open',
  'first-check',
  'registry',
  'keystroke',
  'alignment',
  'links',
  'memory',
  'memory-import',
  'checks',
  'writers',
  'growth',
];

/** Those that measure the whole program. */
const withProgram = [
  'start',
  'first-screen',
  'open',
  'first-check',
  'registry',
  'keystroke',
  'memory-import',
  'writers',
  'growth',
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, data: { type: 'string' } },
});
if (values.data !== undefined) process.env.BENCH_DATA = resolve(values.data);
const unknown = positionals.filter((name) => !benchmarks.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown benchmark ${unknown.join(', ')}; there are ${benchmarks.join(', ')}.`);
  process.exit(2);
}
const chosen = positionals.length > 0 ? positionals : benchmarks;
const out = resolve('dist/bench');

if (chosen.some((name) => withProgram.includes(name)) && !(await buildWhatIsOld(['server', 'client']))) process.exit(1);
await bundleAll(chosen);
/** @type {Row[]} */
const rows = [];
for (const benchmark of chosen) {
  const bundle = `${out}/${benchmark}.js`;
  /** @type {{ cases?: readonly string[] }} */
  const { cases = [''] } = await import(pathToFileURL(bundle).href);
  for (const name of cases) {
    const figures = await measuredApart(bundle, 'measure', name);
    for (const figure of figures) {
      const base = figures.find((other) => other.name === figure.of)?.value;
      const row = { benchmark, case: name, ...figure, ratio: base ? figure.value / base : null };
      rows.push(row);
      console.log(line(row));
    }
  }
}

if (values.json !== undefined) {
  const machine = {
    node: process.version,
    platform: process.platform,
    cpu: cpus()[0]?.model,
    cores: availableParallelism(),
  };
  writeFileSync(values.json, `${JSON.stringify({ at: new Date().toISOString(), machine, figures: rows }, null, 2)}\n`);
}

/**
 * Builds these benchmarks as the server is built, together: what several of them use stands once, as some of it may be loaded
 * only once.
 * @param {readonly string[]} names
 */
async function bundleAll(names) {
  const input = Object.fromEntries(names.map((name) => [name, `tests/bench/${name}.ts`]));
  const settings = { ssr: true, outDir: out, emptyOutDir: false, target: 'node20', rolldownOptions: { input } };
  await build({ configFile: false, logLevel: 'warn', build: settings });
}

/** @param {Row} row */
function line(row) {
  const isShare = ['F1', 'precision', 'recall'].includes(row.unit);
  const digits = isShare ? 3 : row.value < 10 ? 2 : row.value < 100 ? 1 : 0;
  const value = row.value.toLocaleString('en', {
    minimumFractionDigits: isShare ? digits : 0,
    maximumFractionDigits: digits,
  });
  const ratio = row.ratio === null ? '' : `${row.ratio.toFixed(2)} × ${row.of}`;
  return [
    [row.benchmark, row.case].filter(Boolean).join(' ').padEnd(24),
    row.name.padEnd(48),
    value.padStart(12),
    row.unit.padEnd(16),
    ratio,
  ].join(' ');
}

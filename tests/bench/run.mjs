import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { provideChromium } from '../chromium.mjs';

/** @typedef {import('./figure.ts').Figure} Figure */
/** @typedef {Figure & { benchmark: string, case: string, ratio: number | null }} Row */

const benchmarks = ['segmentation', 'folding', 'push', 'start', 'export', 'first-screen', 'open', 'keystroke'];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const unknown = positionals.filter((name) => !benchmarks.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown benchmark ${unknown.join(', ')}; there are ${benchmarks.join(', ')}.`);
  process.exit(2);
}
const chosen = positionals.length > 0 ? positionals : benchmarks;
const out = resolve('dist/bench');

await build({ logLevel: 'warn' });
await build({ logLevel: 'warn', build: { ssr: true } });
await build({
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: out,
    target: 'node20',
    rolldownOptions: { input: Object.fromEntries(chosen.map((name) => [name, `tests/bench/${name}.ts`])) },
  },
});

/** @type {Row[]} */
const rows = [];
for (const benchmark of chosen) {
  const bundle = `${out}/${benchmark}.js`;
  /** @type {{ cases?: readonly string[] }} */
  const { cases = [''] } = await import(pathToFileURL(bundle).href);
  for (const name of cases) {
    const figures = await measured(bundle, name);
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
 * The figures of one case, measured in a process of its own.
 * @param {string} bundle
 * @param {string} name
 * @returns {Promise<Figure[]>}
 */
function measured(bundle, name) {
  return new Promise((done, failed) => {
    const env = { ...process.env, CHROME_PATH: provideChromium() };
    const child = fork('tests/bench/child.mjs', [bundle, name], { execArgv: ['--expose-gc'], env });
    child.on('message', (figures) => done(/** @type {Figure[]} */ (figures)));
    child.on('exit', (code) => failed(new Error(`The benchmark ${bundle} ${name} ended with ${code} and no figures.`)));
  });
}

/** @param {Row} row */
function line(row) {
  const value = row.value.toLocaleString('en', { maximumFractionDigits: row.value < 10 ? 2 : row.value < 100 ? 1 : 0 });
  const ratio = row.ratio === null ? '' : `${row.ratio.toFixed(2)} × ${row.of}`;
  return [
    [row.benchmark, row.case].filter(Boolean).join(' ').padEnd(24),
    row.name.padEnd(44),
    value.padStart(12),
    row.unit.padEnd(16),
    ratio,
  ].join(' ');
}

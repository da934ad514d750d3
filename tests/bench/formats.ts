import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { writeFiles } from '../../server/cli/write-files.ts';
import { importDocument } from '../../server/commands/document/import.ts';
import { listDocuments } from '../../server/commands/document/list.ts';
import { importCorpusNow } from '../../server/commands/job/corpus.ts';
import { createProject } from '../../server/commands/project/create.ts';
import { listProjects } from '../../server/commands/project/list.ts';
import { closeContext, openContext } from '../../server/context.ts';
import { exportBytes } from '../../server/export/bytes.ts';
import { openExport } from '../../server/export/open.ts';
import type { CorpusFile } from '../../server/import/corpus/file.ts';
import { piecesOf } from '../../server/import/pieces.ts';
import { statuses } from '../../shared/core/status.ts';
import type { TextFile } from '../../shared/formats/corpus/reading.ts';
import { type Format, formats } from '../../shared/formats/corpus/row.ts';
import { readers, writerOf } from '../../shared/formats/formats.ts';
import type { Figure } from './figure.ts';
import { measuredApart } from './process.mjs';
import { renderingsOf, segmentsOf } from './sample.ts';

export const cases = (process.env.BENCH_SEGMENTS ?? '10000,100000,1000000').split(',');

/** Segments in each document of the project that is exported. */
const DOCUMENT = 5000;
/** Documents that are brought in together. */
const AT_ONCE = 5;
/** translate-toolkit holds a file as a whole, in 12 kB a segment: of more segments it is not asked. */
const TOOLKIT = 100_000;
/** The Python for which Debian installs its packages. */
const PYTHON = '/usr/bin/python3';

/** Every format out of the database and in again, with so many segments: how fast, beside a plain copy of the same files, and in how
 *  much memory; each in a process of its own. TMX beside Debian's translate-toolkit too, where it is installed. */
export async function measure(segments: string): Promise<readonly Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'radif-'));
  try {
    const bundle = fileURLToPath(import.meta.url);
    const figures: Figure[] = [
      { name: 'in, stored', value: Number(segments) / (await fill(data, Number(segments))), unit: 'segments/s' },
    ];
    for (const format of wanted()) {
      figures.push(...(await measuredApart(bundle, 'writeAll', `${format} ${data}`)));
      figures.push(...(await measuredApart(bundle, 'copyAll', `${format} ${data}`)));
      if (format in readers) figures.push(...(await measuredApart(bundle, 'readAll', `${format} ${data}`)));
      if (format === 'tmx') figures.push(...(await measuredApart(bundle, 'storeAll', `${format} ${data}`)));
      if (format === 'tmx' && Number(segments) <= TOOLKIT) figures.push(...translateToolkit(join(data, 'all.tmx')));
      for (const path of pathsOf(format, data)) rmSync(path, { force: true });
    }
    return figures;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** The formats to measure: all, or those that `BENCH_FORMATS` names. */
function wanted(): readonly Format[] {
  const named = process.env.BENCH_FORMATS?.split(',');
  return named ? formats.filter((format) => named.includes(format)) : formats;
}

/** Makes the project; gives the seconds that its imports took. */
async function fill(data: string, segments: number): Promise<number> {
  const context = await openContext({ data });
  const { id: project } = await createProject(context, { name: 'all' });
  const text = { project, title: '', text: segmentsOf(DOCUMENT), renderings: renderingsOf(DOCUMENT) };
  const started = performance.now();
  for (let made = 0; made < segments; made += DOCUMENT) await importDocument(context, text);
  const seconds = (performance.now() - started) / 1000;
  await closeContext(context);
  return seconds;
}

/** Writes the project in one format into files beside the database. */
export async function writeAll(argument: string): Promise<readonly Figure[]> {
  const { format, data } = asked(argument);
  const context = await openContext({ data });
  const [project] = await listProjects(context);
  const options = { format, fa: 'fa', en: 'en', side: 'fa', bom: false } as const;
  const { corpus } = await openExport(context, { ...options, states: [...statuses], project: project?.id });
  const paths = pathsOf(format, data);
  const started = performance.now();
  await writeFiles(paths, exportBytes(corpus));
  const seconds = (performance.now() - started) / 1000;
  const { written } = corpus.report();
  await closeContext(context);
  return told(format, 'out', { seconds, segments: written, paths });
}

/** Reads what was written. */
export async function readAll(argument: string): Promise<readonly Figure[]> {
  const { format, data } = asked(argument);
  const reader = Object.entries(readers).find(([name]) => name === format)?.[1];
  if (!reader) throw new Error(`${format} is not read`);
  const paths = pathsOf(format, data);
  const files = paths.map((path): TextFile => ({ name: basename(path), pieces: piecesOf(path) }));
  let segments = 0;
  const started = performance.now();
  for await (const { rows, problems } of reader.read(files)) {
    segments += rows.length;
    if (problems.length > 0) throw new Error(`${format}: ${problems[0]?.message}`);
  }
  const seconds = (performance.now() - started) / 1000;
  return told(format, 'in', { seconds, segments, paths });
}

/** Brings the documents of the project in again, so many at once, into a database of its own: read, made and stored with their rows. */
export async function storeAll(argument: string): Promise<readonly Figure[]> {
  const { format, data } = asked(argument);
  const from = await openContext({ data });
  const [project] = await listProjects(from);
  const target = mkdtempSync(join(tmpdir(), 'radif-'));
  const context = await openContext({ data: target });
  const { id } = await createProject(context, { name: 'all' });
  const documents = (await listDocuments(from, { project: project?.id ?? '' })).map((document) => document.id);
  let [seconds, segments] = [0, 0];
  for (let at = 0; at < documents.length; at += AT_ONCE) {
    const files: CorpusFile[] = [];
    for (const document of documents.slice(at, at + AT_ONCE)) {
      const options = { format, fa: 'fa', en: 'en', side: 'fa', bom: false } as const;
      const { corpus } = await openExport(from, { ...options, states: [...statuses], document });
      const bytes: Uint8Array[] = [];
      for await (const piece of exportBytes(corpus)) bytes.push(piece.bytes);
      files.push({ name: `${document}.${format}`, bytes: Buffer.concat(bytes) });
    }
    const started = performance.now();
    const choices = { labels: {}, without: [] };
    const made = await importCorpusNow(context, { project: id, files, choices });
    seconds += (performance.now() - started) / 1000;
    if (!made.ok) throw new Error(made.problems[0]?.message);
    segments += made.value.segments;
  }
  await closeContext(context);
  await closeContext(from);
  rmSync(target, { recursive: true, force: true });
  const peak = process.resourceUsage().maxRSS / 1024;
  return [
    { name: `${format} in, stored`, value: segments / seconds, unit: 'segments/s' },
    { name: `${format} in, stored, peak memory`, value: peak, unit: 'MB' },
  ];
}

/** Copies it. */
export async function copyAll(argument: string): Promise<readonly Figure[]> {
  const { format, data } = asked(argument);
  const paths = pathsOf(format, data);
  const started = performance.now();
  for (const path of paths) await pipeline(createReadStream(path), createWriteStream(`${path}.copy`));
  const seconds = (performance.now() - started) / 1000;
  for (const path of paths) rmSync(`${path}.copy`);
  return [{ name: `${format} copied`, value: megabytes(paths) / seconds, unit: 'MB/s' }];
}

/** What Debian's translate-toolkit takes for the same file: in, and out again. */
function translateToolkit(path: string): readonly Figure[] {
  const { status, stdout } = spawnSync(PYTHON, ['tests/bench/translate-toolkit.py', path], { encoding: 'utf8' });
  if (status !== 0) {
    console.error(
      'translate-toolkit is not installed (Debian: apt-get install translate-toolkit); TMX is not compared with it.',
    );
    return [];
  }
  const { units, parsed, written, peak } = JSON.parse(stdout) as Record<
    'units' | 'parsed' | 'written' | 'peak',
    number
  >;
  return [
    { name: 'tmx in, translate-toolkit', value: units / parsed, unit: 'segments/s', of: 'tmx in' },
    {
      name: 'tmx in, translate-toolkit, beside stored',
      value: units / parsed,
      unit: 'segments/s',
      of: 'tmx in, stored',
    },
    { name: 'tmx out, translate-toolkit', value: units / written, unit: 'segments/s', of: 'tmx out' },
    { name: 'tmx, translate-toolkit, peak memory', value: peak, unit: 'MB' },
  ];
}

interface Work {
  readonly seconds: number;
  readonly segments: number;
  readonly paths: readonly string[];
}

function told(format: Format, way: 'in' | 'out', { seconds, segments, paths }: Work): readonly Figure[] {
  return [
    { name: `${format} ${way}`, value: segments / seconds, unit: 'segments/s' },
    { name: `${format} ${way}, bytes`, value: megabytes(paths) / seconds, unit: 'MB/s', of: `${format} copied` },
    { name: `${format} ${way}, peak memory`, value: process.resourceUsage().maxRSS / 1024, unit: 'MB' },
  ];
}

function asked(argument: string): { readonly format: Format; readonly data: string } {
  const [name = '', data = ''] = argument.split(' ');
  return { format: formats.find((each) => each === name) ?? 'tmx', data };
}

function pathsOf(format: Format, data: string): readonly string[] {
  const { files } = writerOf({ format, states: statuses, fa: 'fa', en: 'en' });
  return files.map(({ ending }) => join(data, `all.${ending}`));
}

function megabytes(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
}

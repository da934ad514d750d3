import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFiles } from '../../server/cli/write-files.ts';
import { importDocument } from '../../server/commands/document/import.ts';
import { createProject } from '../../server/commands/project/create.ts';
import { listProjects } from '../../server/commands/project/list.ts';
import { closeContext, openContext } from '../../server/context.ts';
import { exportBytes } from '../../server/export/bytes.ts';
import { openExport } from '../../server/export/open.ts';
import { statuses } from '../../shared/core/status.ts';
import { formats } from '../../shared/formats/corpus/row.ts';
import type { Figure } from './figure.ts';
import { measuredApart } from './process.mjs';
import { renderingsOf, segmentsOf } from './sample.ts';

export const cases = ['10000', '1000000'];

/** Segments in each document of the project that is exported. */
const DOCUMENT = 5000;

/** The export of a whole project of so many translated segments, each format in a process of its own. */
export async function measure(segments: string): Promise<readonly Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'radif-'));
  try {
    const imported = await fill(data, Number(segments));
    const bundle = fileURLToPath(import.meta.url);
    const figures: Figure[] = [
      { name: 'import', value: Number(segments) / imported, unit: 'segments/s' },
      ...(await measuredApart(bundle, 'memoryAlone', data)),
    ];
    for (const format of formats) figures.push(...(await measuredApart(bundle, 'exportAll', `${format} ${data}`)));
    return figures;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
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

const alone = 'peak memory, database open and nothing exported';

/** The memory that there is before any export. */
export async function memoryAlone(data: string): Promise<readonly Figure[]> {
  const context = await openContext({ data });
  await listProjects(context);
  await closeContext(context);
  return [{ name: alone, value: peakMegabytes(), unit: 'MB' }];
}

/** Exports the project in one format into files beside the database. */
export async function exportAll(argument: string): Promise<readonly Figure[]> {
  const [format = '', data = ''] = argument.split(' ');
  const context = await openContext({ data });
  const [project] = await listProjects(context);
  const { corpus } = await openExport(context, {
    project: project?.id,
    format: formats.find((each) => each === format) ?? 'tmx',
    states: [...statuses],
    fa: 'fa',
    en: 'en',
    side: 'fa',
    bom: false,
  });
  const started = performance.now();
  await writeFiles(
    corpus.files.map(({ ending }) => join(data, `all.${ending}`)),
    exportBytes(corpus),
  );
  const seconds = (performance.now() - started) / 1000;
  const { written } = corpus.report();
  await closeContext(context);
  return [
    { name: `export ${format}`, value: written / seconds, unit: 'segments/s' },
    { name: `peak memory, export ${format}`, value: peakMegabytes(), unit: 'MB', of: alone },
  ];
}

function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}

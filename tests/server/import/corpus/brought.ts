import { zipSync } from 'fflate';
import { importCorpusNow } from '../../../../server/commands/job/corpus.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import type { Context } from '../../../../server/context.ts';
import { exportRows } from '../../../../server/export/rows.ts';
import type { CorpusFile } from '../../../../server/import/corpus/file.ts';
import { statuses } from '../../../../shared/core/status.ts';
import type { Format } from '../../../../shared/formats/corpus/row.ts';
import { exportCorpus } from '../../../../shared/formats/export.ts';

/** A file of a corpus by its text or its bytes. */
export function file(name: string, content: string | Uint8Array): CorpusFile {
  return { name, bytes: typeof content === 'string' ? Buffer.from(content) : content };
}

/** An archive of files. */
export function archive(name: string, contents: Readonly<Record<string, string | Uint8Array>>): CorpusFile {
  const entries = Object.entries(contents).map(([path, content]) => [path, file(path, content).bytes] as const);
  return { name, bytes: zipSync(Object.fromEntries(entries)) };
}

/** Brings files into a new project. */
export async function bringIn(
  ctx: Context,
  files: readonly CorpusFile[],
  labels: Readonly<Record<string, string | null>> = {},
  into?: string,
) {
  const project = into ?? (await createProject(ctx, { name: 'Corpora' })).id;
  return { project, made: await importCorpusNow(ctx, { project, files, choices: { labels, without: [] } }) };
}

/** The files of an export of documents, all states. */
export async function written(ctx: Context, documents: readonly string[], format: Format): Promise<readonly string[]> {
  const options = { format, states: statuses, fa: 'fa', en: 'en' } as const;
  const { chunks, files } = exportCorpus(exportRows(ctx, { documents }), options);
  const texts = files.map(() => '');
  for await (const { file: place, text } of chunks) texts[place] += text;
  return texts;
}

import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { TableColumns } from '../../shared/core/table-columns.ts';
import { type ReadFormat, readers } from '../../shared/formats/formats.ts';
import { importCorpusNow } from '../commands/job/corpus.ts';
import type { Context } from '../context.ts';
import type { CorpusFile, SetFormat } from '../import/corpus/file.ts';
import { type ExitCode, UsageError } from './command.ts';
import { fileProblem } from './file-failure.ts';
import { problemLine, type Terminal, tellProblems } from './terminal.ts';

/** The formats that files can be brought in from. */
export const importFormats: readonly SetFormat[] = [...(Object.keys(readers) as ReadFormat[]), 'xlsx', 'text'];

/** The endings of files that hold a corpus, or are packed; a text has others. */
const endings = 'tmx xlf xliff xml json jsonl ndjson csv tsv tab xlsx conll iob ann align wa en zip'.split(' ');

/** True where one of the files holds a corpus by its name, or a format was said. */
export function holdCorpora(files: readonly string[], from: string | undefined): boolean {
  return from !== undefined || files.some((file) => endings.includes(extname(file).slice(1).toLowerCase()));
}

interface Corpora {
  readonly project: { readonly id: string; readonly name: string };
  readonly files: readonly string[];
  readonly from: string | undefined;
  readonly label: string | undefined;
  /** How the one table is read. */
  readonly columns: TableColumns | undefined;
}

/** Makes documents of the files of corpora, all or none, and writes their ids as JSON. */
export async function importCorpora(
  context: Context,
  { project, files: paths, from, label, columns }: Corpora,
  terminal: Terminal,
): Promise<ExitCode> {
  const format = formatNamed(from);
  const labels = labelChoices(label);
  const files: CorpusFile[] = [];
  for (const path of paths) {
    try {
      files.push({ name: basename(path), bytes: await readFile(path) });
    } catch (error) {
      const problem = fileProblem(error, path);
      if (problem === null) throw error;
      tellProblems(terminal, [problem], path);
      return 1;
    }
  }
  const made = await importCorpusNow(context, {
    project: project.id,
    files,
    format,
    choices: { labels, without: [], tables: columns && { 0: columns } },
  });
  if (!made.ok) {
    for (const problem of made.problems) terminal.tell(problemLine(problem, problem.element ?? 'corpora'));
    return 1;
  }
  for (const remark of made.value.remarks) tellProblems(terminal, [remark], remark.element);
  const documents = made.value.documents.map(({ document: id, ...rest }) => ({ project, id, ...rest }));
  await terminal.write(`${JSON.stringify({ documents, counts: made.value.counts })}\n`);
  return 0;
}

function formatNamed(name: string | undefined): SetFormat | undefined {
  const format = importFormats.find((known) => known === name);
  if (name === undefined || format !== undefined) return format;
  throw new UsageError(`There is no format "${name}" to read. Expected one of ${importFormats.join(', ')}.`);
}

/** `PERSON=PER,MISC=` as what labels become; nothing after the sign leaves names unmarked. */
function labelChoices(said: string | undefined): Readonly<Record<string, string | null>> {
  const pairs = (said ?? '').split(',').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, from, to] = /^([^=]+)=([A-Z][A-Z0-9_]{0,23})?$/.exec(pair) ?? [];
      if (from === undefined) {
        throw new UsageError(`--labels should be pairs as PERSON=PER, with commas between them, but one is "${pair}".`);
      }
      return [from, to ?? null];
    }),
  );
}

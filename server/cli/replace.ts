import type { Span } from '../../shared/core/span.ts';
import { type Status, statuses } from '../../shared/core/status.ts';
import { listReplacements, type ReplacementSearch, replaceWords } from '../commands/search/replace.ts';
import type { Reader } from '../db/database.ts';
import { documentById } from '../db/document.ts';
import { projectById } from '../db/project.ts';
import { UnknownRecord } from '../db/unknown.ts';
import { command, UsageError } from './command.ts';
import { tellProblems } from './terminal.ts';
import { withWorkspace } from './workspace.ts';

export const replace = command('replace', {
  usage: 'PROJECT|DOCUMENT --find TEXT --with TEXT [--write]',
  about: `Finds words in the English of a document, or of all documents of a project, and replaces them: by the ids that "radif list" tells.
Nothing is written without --write; each change is shown as a line either way:
{"document":"…","row":3,"segment":"…","from":4,"to":11,"before":"…","after":"…","rendering":"…"}; offsets count UTF-16 units of the
rendering, rows from 1. Names that are marked in the words stay marked. Segments that were confirmed become drafts, unless --stay is
given. Each document is changed once and can be taken back in the workbench; its history tells it. A regular expression that
runs away is stopped.`,
  options: {
    find: {
      type: 'string',
      value: 'TEXT',
      about: 'what is sought; spelling and, without --case, letter case make no difference',
    },
    with: {
      type: 'string',
      value: 'TEXT',
      about: 'what is written in its place; of an expression $1, $<name> and $& are groups',
    },
    source: { type: 'string', value: 'TEXT', about: 'only where the Persian has this, in any of its forms' },
    expression: { type: 'boolean', about: '--find is a regular expression (ECMAScript, flag u)' },
    case: { type: 'boolean', about: 'letter case counts' },
    whole: { type: 'boolean', about: 'whole words only' },
    states: {
      type: 'string',
      value: 'LIST',
      about: `only segments in these states, with commas: ${statuses.join(', ')}`,
    },
    rows: { type: 'string', value: 'FROM-TO', about: 'only these rows of a document, counted from 1' },
    stay: { type: 'boolean', about: 'confirmed segments stay confirmed' },
    write: { type: 'boolean', about: 'write the changes' },
  },
  positionals: true,
  async run({ values, positionals, terminal }) {
    const [subject, ...more] = positionals;
    if (subject === undefined || more.length > 0) {
      throw new UsageError(`Expected the id of one project or document, found ${positionals.length}.`);
    }
    if (values.find === undefined || values.with === undefined) {
      throw new UsageError('--find and --with are needed; --with "" takes the words away.');
    }
    const { find, with: text, expression = false, case: isCased = false, whole: isWhole = false } = values;
    const common = { isInflected: false, isWhole, isCased };
    const search = {
      rows: rowsOf(values.rows),
      states: statesOf(values.states),
      fa:
        values.source === undefined
          ? null
          : ({ ...common, text: values.source, kind: 'phrase', isInflected: true } as const),
      en: { ...common, text: find, kind: expression ? 'expression' : 'phrase' } as const,
      either: null,
      with: text,
    };
    return withWorkspace(terminal, async (context) => {
      const place = await placeOf(context.store.db, subject);
      if (search.rows !== null && place.document === null) throw new UsageError('--rows are those of one document.');
      const wanted: ReplacementSearch = { ...search, ...place };
      const listed = await listReplacements(context, wanted, Number.POSITIVE_INFINITY);
      if (!listed.ok) {
        tellProblems(terminal, listed.problems);
        return 1;
      }
      const { places } = listed.value;
      for (const { document, row, segment, from, to, before, after, rendering } of places) {
        const told = { document, row: row + 1, segment, from, to, before, after, rendering };
        await terminal.write(`${JSON.stringify(told)}\n`);
      }
      if (values.write !== true) {
        terminal.tell(`${places.length} places would change. Nothing was written; --write does it.`);
        return 0;
      }
      const confirmed = values.stay === true ? 'stay' : 'draft';
      const choice = { project: place.project, sought: find, with: text, confirmed, places } as const;
      const done = await replaceWords(context, choice);
      if (!done.ok) {
        tellProblems(terminal, done.problems);
        return 1;
      }
      const { written, left, isDone } = done.value;
      terminal.tell(
        `${written} places were written, ${left} were left.${isDone ? '' : ' A server goes on with the rest.'}`,
      );
      return 0;
    });
  },
});

async function placeOf(
  db: Reader,
  id: string,
): Promise<{ readonly project: string; readonly document: string | null }> {
  const row = await documentById(db, id);
  if (row) return { project: row.project_id, document: id };
  if (!(await projectById(db, id))) throw new UnknownRecord('document', id);
  return { project: id, document: null };
}

function rowsOf(text: string | undefined): Span | null {
  if (text === undefined) return null;
  const [, first, last] = /^(\d{1,9})-(\d{1,9})$/.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (first === undefined || from < 1 || to < from) {
    throw new UsageError(`--rows should be written as 3-40, but it is "${text}".`);
  }
  return { from: from - 1, to };
}

function statesOf(text: string | undefined): readonly Status[] | null {
  if (text === undefined) return null;
  return text.split(',').map((name) => {
    const status = statuses.find((one) => one === name.trim());
    if (status === undefined)
      throw new UsageError(`--states should be of ${statuses.join(', ')}, but one is "${name}".`);
    return status;
  });
}

import { statuses, statusNamed } from '../../shared/core/status.ts';
import { type Format, formats } from '../../shared/formats/corpus/row.ts';
import { duplicateChoices } from '../../shared/release/recipe.ts';
import { malformed } from '../input/malformed.ts';
import { releaseOrder } from '../release/order.ts';
import { command, type ExitCode, UsageError } from './command.ts';
import { listProjectReleases, makeProjectRelease, releaseAgain, saveRelease, verifyFile } from './release-acts.ts';
import type { Terminal } from './terminal.ts';

const usage = `make --project NAME --name NAME [--out FILE] …
       radif release again MANIFEST|FILE --out FILE
       radif release verify FILE
       radif release list --project NAME
       radif release save ID --out FILE`;

/** What may be said of a new release. */
interface Wishes {
  readonly [Name: string]: string | boolean | undefined;
}

export const release = command('release', {
  usage,
  about: `make freezes documents of a project, as they are or at versions, into one ZIP archive: data, a manifest with the SHA-256 of each
file, a dataset card and a changelog. again makes the same bytes from the manifest, also when the documents have been changed since.
verify tells which file is not as the manifest says, as FILE: RULE: message (exit 1), or nothing (exit 0). save writes a release that
the database keeps.`,
  options: {
    project: { type: 'string', value: 'NAME', about: 'the project, by its name or id' },
    name: { type: 'string', value: 'NAME', about: 'what the release is called, such as 1.0' },
    out: { type: 'string', value: 'FILE', about: 'the archive to write' },
    documents: {
      type: 'string',
      value: 'IDS',
      about:
        'ids with commas, each after N steps as ID@N (what "radif list" and files call its version), or at its head (all)',
    },
    formats: { type: 'string', value: 'FORMATS', about: `with commas, or all: ${formats.join(', ')} (tmx,jsonl)` },
    states: { type: 'string', value: 'STATES', about: 'with commas, or all (confirmed,reviewed,final)' },
    clean: { type: 'boolean', about: 'only segments that the checks find nothing in' },
    aligned: { type: 'boolean', about: 'only pairs of both texts whose alignment does not wait to be looked at' },
    annotated: { type: 'boolean', about: 'only segments in which a name is marked' },
    machine: { type: 'string', value: 'WHICH', about: 'English made by a machine: with, without or only (with)' },
    fa: { type: 'string', value: 'N-M', about: 'words of the Persian at least and at most, either left out' },
    en: { type: 'string', value: 'N-M', about: 'words of the English at least and at most' },
    duplicates: {
      type: 'string',
      value: 'WHAT',
      about: `near-duplicates: ${duplicateChoices.join(', ')} compared (keep)`,
    },
    splits: { type: 'string', value: 'A/B/C', about: 'shares of train, dev and test, in whole documents' },
    seed: { type: 'string', value: 'SEED', about: 'what decides which document goes where (1)' },
    licence: { type: 'string', value: 'NAME', about: 'the licence that the card tells' },
  },
  positionals: true,
  run({ values, positionals: [act, what, ...more], terminal }) {
    if (more.length > 0) throw new UsageError(`Expected no more than one name, found ${more.length + 1}.`);
    return acts(values, terminal)[act ?? '']?.(what) ?? unknownAct(act);
  },
});

function acts(
  values: Wishes,
  terminal: Terminal,
): Readonly<Record<string, (what: string | undefined) => Promise<ExitCode>>> {
  const needed = (value: string | boolean | undefined, what: string) => {
    if (typeof value !== 'string') throw new UsageError(`Say ${what}.`);
    return value;
  };
  return {
    make: async () => {
      const project = needed(values.project, 'with --project which project');
      const out = typeof values.out === 'string' ? values.out : null;
      return makeProjectRelease(terminal, project, (id) => orderOf(id, values), out);
    },
    again: async (what) =>
      releaseAgain(
        terminal,
        needed(what, 'which manifest or archive'),
        needed(values.out, 'with --out where to write to'),
      ),
    verify: async (what) => verifyFile(terminal, needed(what, 'which archive to verify')),
    list: async () => listProjectReleases(terminal, needed(values.project, 'with --project which project')),
    save: async (what) =>
      saveRelease(
        terminal,
        needed(what, 'which release, by its id'),
        needed(values.out, 'with --out where to write to'),
      ),
  };
}

function unknownAct(act: string | undefined): never {
  throw new UsageError(
    `Expected make, again, verify, list or save, found ${act === undefined ? 'nothing' : `"${act}"`}.`,
  );
}

/** The order of a release as the command line says it. */
function orderOf(project: string, values: Wishes) {
  const { name, documents, states, machine, duplicates, seed, splits, licence } = values;
  const order = releaseOrder.safeParse({
    project,
    name: name ?? '',
    ...(documents !== undefined && { documents: `${documents}`.split(',').map(documentNamed) }),
    filters: {
      ...(states !== undefined && {
        states: states === 'all' ? statuses : `${states}`.split(',').map((each) => statusNamed(each) ?? each),
      }),
      clean: values.clean === true,
      aligned: values.aligned === true,
      annotated: values.annotated === true,
      ...(machine !== undefined && { machine }),
      fa: bandNamed(values.fa),
      en: bandNamed(values.en),
    },
    ...(duplicates !== undefined && { duplicates }),
    ...(seed !== undefined && { seed }),
    ...(splits !== undefined && { splits: sharesNamed(`${splits}`) }),
    ...(values.formats !== undefined && { formats: formatsNamed(`${values.formats}`) }),
    ...(licence !== undefined && { licence }),
  });
  if (order.success) return order.data;
  throw new UsageError(
    malformed(order.error)
      .map(({ message }) => `--${message}`)
      .join('\n'),
  );
}

function documentNamed(text: string) {
  const [id = '', version] = text.split('@');
  return { id, version: version === undefined ? null : Number(version) };
}

function bandNamed(text: string | boolean | undefined) {
  if (typeof text !== 'string') return { from: null, to: null };
  const [, from = '', to = ''] = /^(\d*)-(\d*)$/.exec(text) ?? [];
  if (from === '' && to === '') throw new UsageError(`Words are counted as 3-40, 3- or -40, found "${text}".`);
  return { from: from === '' ? null : Number(from), to: to === '' ? null : Number(to) };
}

function sharesNamed(text: string) {
  const [, train, dev, test] = /^(\d{1,3})\/(\d{1,3})\/(\d{1,3})$/.exec(text) ?? [];
  if (train === undefined) throw new UsageError(`--splits should be three shares as 80/10/10, found "${text}".`);
  return { train: Number(train), dev: Number(dev), test: Number(test) };
}

function formatsNamed(text: string): readonly Format[] {
  return text === 'all' ? formats : (text.split(',') as readonly Format[]);
}

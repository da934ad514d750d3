import { statusNames } from '../core/status.ts';
import { MANIFEST, type ReleaseContents, type ReleasedFile } from './manifest.ts';
import { SIMILAR } from './near-duplicates.ts';
import type { Band, ReleaseRecipe } from './recipe.ts';
import { type Exclusion, exclusions } from './selection.ts';
import { type Split, splits } from './splits.ts';
import type { ReleaseStatistics } from './statistics.ts';

/** The dataset card of a release: Markdown behind the front matter that the Hugging Face hub reads (its "Dataset Cards" and
 *  "Manual Configuration" pages), in English. `files` are those of the data. */
export function datasetCard(recipe: ReleaseRecipe, contents: Omit<ReleaseContents, 'exports'>): string {
  const { name, project, at, tool, documents, previous } = recipe;
  const { statistics, files } = contents;
  const day = new Date(at).toISOString().slice(0, 10);
  return [
    frontMatter(recipe, contents),
    `# ${oneLine(project.name)}, release ${oneLine(name)}`,
    `Persian statements with their English, segment by segment: ${statistics.segments} segments of ${documents.length} ${plural(documents.length, 'document')}, made with Radif ${tool} on ${day}.${previous ? ` What changed since ${oneLine(previous.name)} is in CHANGELOG.md.` : ''}`,
    `Every file with its SHA-256, every document with its version, and all choices are in \`${MANIFEST}\`. The release is made again from it, byte for byte: \`radif release again ${MANIFEST} --out FILE.zip\`.`,
    '## What it holds',
    sizes(contents),
    '## Names',
    names(recipe, statistics),
    '## How it was chosen',
    choices(recipe, contents),
    '## Files',
    table(
      ['file', 'bytes', 'SHA-256'],
      files.map(({ path, bytes, sha256 }) => [`\`${path}\``, `${bytes}`, `\`${sha256}\``]),
    ),
    '## Who made it',
    contributors(recipe),
    '## Known limits',
    limits(recipe, contents),
    '## Licence',
    recipe.licence === '' ? 'None was given.' : oneLine(recipe.licence),
  ]
    .join('\n\n')
    .concat('\n');
}

function frontMatter(
  { project, name, licence }: ReleaseRecipe,
  { statistics, files }: Pick<ReleaseContents, 'statistics' | 'files'>,
) {
  const isNamed = statistics.labels.length > 0;
  return [
    '---',
    ...list('language', ['fa', 'en']),
    ...licenceLines(licence),
    `pretty_name: ${JSON.stringify(`${oneLine(project.name)} ${oneLine(name)}`)}`,
    ...list('multilinguality', ['translation']),
    ...list('task_categories', ['translation', ...(isNamed ? ['token-classification'] : [])]),
    ...list('annotations_creators', ['expert-generated']),
    ...list('size_categories', [sizeCategory(statistics.segments)]),
    ...configs(files),
    '---',
  ].join('\n');
}

/** An identifier stands as it is; anything else has a name of its own. */
function licenceLines(licence: string): readonly string[] {
  if (licence === '') return ['license: unknown'];
  if (/^[A-Za-z0-9][A-Za-z0-9.+-]*$/.test(licence)) return [`license: ${licence.toLowerCase()}`];
  return ['license: other', `license_name: ${JSON.stringify(oneLine(licence))}`];
}

/** The hub reads the first of these that there is. */
const readable = ['data/parquet/', 'data/hugging-face/', 'data/jsonl/'];

function configs(files: readonly ReleasedFile[]): readonly string[] {
  const folder = readable.find((each) => files.some(({ path }) => path.startsWith(each)));
  if (folder === undefined) return [];
  const named: Readonly<Record<string, string>> = { train: 'train', dev: 'validation', test: 'test', all: 'train' };
  return [
    'configs:',
    '- config_name: default',
    '  data_files:',
    ...files
      .filter(({ path }) => path.startsWith(folder))
      .flatMap(({ path }) => {
        const split = named[path.slice(folder.length).split('.')[0] ?? ''];
        return split === undefined ? [] : [`  - split: ${split}`, `    path: ${path}`];
      }),
  ];
}

/** As the hub has them. */
function sizeCategory(segments: number): string {
  const bounds = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
  const names = ['n<1K', '1K<n<10K', '10K<n<100K', '100K<n<1M', '1M<n<10M', '10M<n<100M'];
  return names[bounds.filter((bound) => segments >= bound).length] ?? 'n<1K';
}

function sizes({ statistics, splits: divided }: Pick<ReleaseContents, 'statistics' | 'splits'>): string {
  const columns: (readonly [string, ReleaseStatistics])[] = [
    ['all', statistics],
    ...splits.flatMap((split): (readonly [Split, ReleaseStatistics])[] => {
      const found = divided[split];
      return found ? [[split, found]] : [];
    }),
  ];
  const row = (name: string, of: (each: ReleaseStatistics) => number | null) => [
    name,
    ...columns.map(([, each]) => `${of(each) ?? '–'}`),
  ];
  return table(
    ['', ...columns.map(([name]) => name)],
    [
      row('documents', ({ documents }) => documents),
      row('segments', ({ segments }) => segments),
      row('Persian words', ({ fa }) => fa.words),
      row('Persian words that differ', ({ fa }) => fa.types),
      row('English words', ({ en }) => en.words),
      row('English words that differ', ({ en }) => en.types),
      row('English words to a Persian one', ({ ratio }) => ratio),
      row('entities', ({ entities }) => entities),
      row('word links, sure', ({ links }) => links.sure),
      row('word links, possible', ({ links }) => links.possible),
    ],
  );
}

function names({ labels }: ReleaseRecipe, statistics: ReleaseStatistics): string {
  if (statistics.labels.length === 0) return 'No names are marked in it.';
  const known = new Map(labels.map((label) => [label.id, label]));
  return table(
    ['label', 'English', 'Persian', 'on the Persian', 'on the English', 'on both', 'entities'],
    statistics.labels.map(({ label, fa, en, both, entities }) => [
      label,
      oneLine(known.get(label)?.en ?? ''),
      oneLine(known.get(label)?.fa ?? ''),
      ...[fa, en, both, entities].map(String),
    ]),
  );
}

const reasons: Readonly<Record<Exclusion, string>> = {
  state: 'in another state',
  finding: 'the checks find something in them',
  alignment: 'without one of the texts, or their alignment is to be looked at',
  unnamed: 'no name is marked in them',
  machine: 'because of who made their English',
  length: 'shorter or longer',
  duplicate: 'nearly the same as one before them',
};

function choices(
  { filters, duplicates, splits: shares, seed }: ReleaseRecipe,
  { excluded }: Pick<ReleaseContents, 'excluded'>,
) {
  const machine = {
    with: [],
    without: ['without English that a machine made'],
    only: ['only English that a machine made'],
  };
  const chosen = [
    `states: ${filters.states.map((state) => statusNames[state]).join(', ')}`,
    ...(filters.clean ? ['only what the checks find nothing in'] : []),
    ...(filters.aligned ? ['only pairs of both texts whose alignment does not wait for anybody'] : []),
    ...(filters.annotated ? ['only segments in which a name is marked'] : []),
    ...machine[filters.machine],
    ...band('Persian', filters.fa),
    ...band('English', filters.en),
    ...(duplicates === 'keep'
      ? []
      : [
          `of segments whose ${duplicates === 'persian' ? 'Persian is' : 'texts are'} nearly the same (MinHash of five letters of the folded text, ${SIMILAR} or more in common), the first one`,
        ]),
    ...(shares
      ? [
          `whole documents divided by the seed \`${oneLine(seed)}\`: ${splits.map((split) => `${split} ${shares[split]}`).join(', ')}`,
        ]
      : []),
  ];
  const left = exclusions.flatMap((reason) => (excluded[reason] ? [`${excluded[reason]} ${reasons[reason]}`] : []));
  return [...chosen, `left out: ${left.length === 0 ? 'none' : left.join('; ')}`].map((line) => `- ${line}`).join('\n');
}

function band(side: string, { from, to }: Band): readonly string[] {
  if (from === null && to === null) return [];
  return [
    `${side} words: ${from === null ? '' : `${from} `}${to === null ? 'and more' : `to ${to}`}`.replace(
      ': to',
      ': up to',
    ),
  ];
}

function contributors({ contributors }: ReleaseRecipe): string {
  if (contributors.length === 0) return 'Nobody has changed the documents since they were brought in.';
  return table(
    ['contributor', 'changes'],
    contributors.map(({ name, changes }) => [name, `${changes}`]),
  );
}

function limits(
  recipe: ReleaseRecipe,
  { statistics, excluded }: Pick<ReleaseContents, 'statistics' | 'excluded'>,
): string {
  const { origins } = statistics;
  const machine = origins.machine ?? 0;
  return [
    ...(machine > 0 ? [`The English of ${machine} ${plural(machine, 'segment')} was made by a machine.`] : []),
    ...(statistics.labels.length > 0 ? ['A name that nobody marked is not told apart from words that are none.'] : []),
    ...(recipe.duplicates === 'keep'
      ? ['Segments may repeat.']
      : [
          'Likeness is estimated: some near-duplicates may be left, and a few segments left out that are not quite alike.',
        ]),
    ...(recipe.splits ? ['Documents about the same events may stand in different splits.'] : []),
    ...((excluded.state ?? 0) > 0
      ? ['The documents are not whole in it: what stands between two segments may be left out.']
      : []),
    'Offsets of names and links are counted as each format demands.',
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}

/** Markdown's table; what a cell holds ends it nowhere. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** A name that people gave, as a part of a line. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

export function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

function list(name: string, values: readonly string[]): readonly string[] {
  return [`${name}:`, ...values.map((value) => `- ${value}`)];
}

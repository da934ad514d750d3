import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadMessages } from '../../../client/locales/index.ts';
import { corpusProblems } from '../../../shared/formats/corpus/problems.ts';
import { glossaryProblems } from '../../../shared/formats/glossary/problems.ts';
import { registryProblems } from '../../../shared/formats/registry/problems.ts';
import { importNotes, importProblems } from '../../../shared/formats/text/problems.ts';
import { xliffProblems } from '../../../shared/formats/xliff/problems.ts';

/** Everything that readers of files say, also what they say by a rule that is worked out. */
const tables = [corpusProblems, xliffProblems, glossaryProblems, registryProblems, importProblems, importNotes];

/** Where problems are made that are shown to people in a browser. */
const rooms = [
  'server/commands',
  'server/http',
  'server/import',
  'server/jobs',
  'server/memory',
  'server/release',
  'shared/wire',
];
const more = ['server/timeline', 'server/trpc.ts', 'server/input', 'shared/core', 'shared/doc', 'shared/language'];
const places = [...rooms, ...more, 'shared/alignment', 'shared/formats', 'shared/names', 'shared/terms'];

function sources(path: string): readonly string[] {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).flatMap((name) =>
    name.endsWith('.ts') ? [join(path, name)] : [],
  );
}

/** Beginnings that a function of its room puts in front, by the file that has it. */
const prefixes: Readonly<Record<string, string>> = { 'shared/doc/model/law.ts': 'law.' };
/** What another function turns into the rule of a problem, and what the report of an export counts. */
const parts = [
  'damaged',
  'tags',
  'differs',
  'extra',
  'missing',
  'line-break',
  'lone-surrogate',
  'xml-character',
  'xml-in-place',
];

const made = /(?:rule: |[pP]roblem\(|\brefused?\(|\bbroken\()'([a-z0-9]+(?:[.-][a-zA-Z0-9]+)*)'/g;

it('says in Persian every refusal that a person may meet', async () => {
  const { problems } = (await loadMessages('fa')) as { problems: Readonly<Record<string, string>> };
  const rules = new Set(
    places.flatMap(sources).flatMap((file) => {
      const found = [...readFileSync(file, 'utf8').matchAll(made)].map(([, rule = '']) => rule);
      return found.filter((rule) => !parts.includes(rule)).map((rule) => (prefixes[file] ?? '') + rule);
    }),
  );
  const unknown = /what: ((?:'\w+'(?: \| )?)+)/.exec(readFileSync('server/db/unknown.ts', 'utf8'))?.[1] ?? '';
  for (const [, what] of unknown.matchAll(/'(\w+)'/g)) rules.add(`unknown-${what}`);
  for (const rule of tables.flatMap((table) => Object.keys(table))) rules.add(rule);
  expect(rules.size).toBeGreaterThan(290);
  expect(rules).toContain('xliff.isolated-end');
  expect(rules).toContain('unknown-release');
  expect(rules).toContain('law.segment-gap');
  expect([...rules].filter((rule) => !Object.hasOwn(problems, rule)).sort()).toEqual([]);
});

it('counts in Persian digits whatever a problem counts', async () => {
  const { problems } = (await loadMessages('fa')) as { problems: Readonly<Record<string, string>> };
  const bare = /\{\{(?:count|size|limit|line|lines|row|rows|paragraphs|segments|version|byte)\}\}/;
  expect(Object.entries(problems).filter(([, text]) => bare.test(text))).toEqual([]);
});

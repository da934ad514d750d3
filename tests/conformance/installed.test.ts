import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf } from '../../shared/formats/conll/tags.ts';
import { soundRow } from '../formats/reading.ts';
import { exported, options, readable, row } from '../formats/rows.ts';
import { bySchema } from '../formats/validity.ts';
import { conformanceFolder } from './folder.ts';

/*
 * What others read of what Radif writes, where the machine has them: NLTK (Debian's python3-nltk), and the schema of XLIFF 1.2, in the
 * folder of the official files or with Debian's php-symfony-translation. Where they are missing, that is said, and nothing is tested.
 */
const anyRows = fc.uniqueArray(soundRow, { maxLength: 4, selector: ({ segment }) => segment });
const python = ['/usr/bin/python3', 'python3'].find((each) => spawnSync(each, ['-c', 'import nltk']).status === 0);

/** What a program of Python with NLTK prints, as JSON, about files. */
function nltk(program: string, files: Readonly<Record<string, string>>): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'radif-nltk-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { stdout, stderr, status } = spawnSync(python ?? '', ['-c', program, folder], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(python === undefined)('NLTK, where it is installed (else skipped)', () => {
  const conll = `
import json, sys
from nltk.corpus.reader import ConllCorpusReader
reader = ConllCorpusReader(sys.argv[1], r'.*\\.conll', ('words', 'pos', 'ignore', 'ne'))
grids = reader._grids()
print(json.dumps([[[line[0], line[3]] for line in grid] for grid in grids if grid]))`;

  it('reads each scheme of CoNLL-2003, with words and names as they were written', { timeout: 600_000 }, async () => {
    for (const format of ['conll', 'conll-iob1', 'conll-iobes'] as const) {
      const property = fc.asyncProperty(anyRows, async (rows) => {
        const text = (await exported([row(), ...rows], options({ format }))).texts.conll ?? '';
        const read = nltk(conll, { 'a.conll': text }) as [string, string][][];
        const written = text
          .split('\n\n')
          .filter((each) => each.trim() !== '' && !each.startsWith('-DOCSTART-'))
          .map((each) => each.split('\n').filter((line) => line !== ''));
        expect(read.map((words) => words.map(([word]) => word))).toEqual(
          written.map((lines) => lines.map((line) => line.split(' ')[0])),
        );
        const names = (tags: readonly string[]) => chunksOf(tags).length;
        expect(read.map((words) => names(words.map(([, tag]) => tag)))).toEqual(
          written.map((lines) => names(lines.map((line) => line.split(' ')[3] ?? ''))),
        );
      });
      await fc.assert(property, { numRuns: 8 });
    }
  });

  const aligned = `
import json, sys
from nltk.translate import AlignedSent, Alignment
lines = lambda name: open(sys.argv[1] + '/' + name, encoding='utf-8').read().splitlines()
read = [AlignedSent(fa.split(' '), en.split(' '), Alignment.fromstring(pairs)) for fa, en, pairs in zip(lines('fa'), lines('en'), lines('align'))]
print(json.dumps([[len(lines('fa')), len(lines('en')), len(lines('align'))], [sorted(map(list, each.alignment)) for each in read]]))`;

  it('reads Pharaoh: as many lines as Python counts, and links of words that are there', {
    timeout: 600_000,
  }, async () => {
    const property = fc.asyncProperty(anyRows, async (rows) => {
      const { texts } = await exported(rows, options({ format: 'pharaoh' }));
      const count = rows.filter(({ fa, en }) => readable(fa) && readable(en)).length;
      const [counts, links] = nltk(aligned, texts) as [number[], number[][][]];
      expect(counts).toEqual([count, count, count]);
      const pairs = (texts.align ?? '').split('\n').slice(0, count);
      expect(links.map((each) => each.length)).toEqual(pairs.map((each) => (each === '' ? 0 : each.split(' ').length)));
    });
    await fc.assert(property, { numRuns: 8 });
  });
});

const schemas = [
  join(conformanceFolder, 'xliff/schemas-1.2'),
  '/usr/share/php/Symfony/Component/Translation/Resources/schemas',
];
const schemaFolder = schemas.find((folder) => existsSync(join(folder, 'xliff-core-1.2-strict.xsd')));

describe.skipIf(schemaFolder === undefined)('the strict schema of XLIFF 1.2, where it is there (else skipped)', () => {
  it('holds what Radif writes, whatever the labels and ids are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'radif-schema-'));
    const copy = (name: string) => {
      const text = readFileSync(join(schemaFolder ?? '', name), 'utf8');
      writeFileSync(join(folder, name), text.replace('http://www.w3.org/2001/xml.xsd', join(folder, 'xml.xsd')));
    };
    copy('xml.xsd');
    copy('xliff-core-1.2-strict.xsd');
    // The schema wants elements of others declared.
    writeFileSync(
      join(folder, 'facts.xsd'),
      '<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x-radif:facts"><element name="fact"><complexType><simpleContent><extension base="string"><attribute name="name" use="required"/></extension></simpleContent></complexType></element></schema>',
    );
    const both = join(folder, 'both.xsd');
    writeFileSync(
      both,
      '<schema xmlns="http://www.w3.org/2001/XMLSchema"><import namespace="urn:oasis:names:tc:xliff:document:1.2" schemaLocation="xliff-core-1.2-strict.xsd"/><import namespace="urn:x-radif:facts" schemaLocation="facts.xsd"/></schema>',
    );
    const violations = bySchema(both);
    const property = fc.asyncProperty(anyRows, fc.string({ unit: 'binary', maxLength: 6 }), async (drawn, id) => {
      const rows = drawn.map((each) => ({
        ...each,
        mentions: each.mentions.map((one) => ({ ...one, id: `${one.id}${id}` })),
      }));
      expect(violations((await exported(rows, options({ format: 'xliff-1.2' }))).texts.xlf ?? '')).toEqual([]);
    });
    await fc.assert(property);
    expect(violations('<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>')).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });
});

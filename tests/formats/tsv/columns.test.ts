import { describe, expect, it } from 'vitest';
import { type TableColumns, tableHead, withColumn } from '../../../shared/core/table-columns.ts';
import type { CorpusRow } from '../../../shared/formats/corpus/row.ts';
import { hasHeader, proposedColumns } from '../../../shared/formats/tsv/columns.ts';
import { tableFile } from '../../../shared/formats/tsv/read.ts';

const texts = [
  ['سلام دنیا.', 'Hello world.'],
  ['او رفت.', 'He went.'],
  ['این پایان است.', 'This is the end.'],
];

async function read(rows: readonly (readonly string[])[], columns?: TableColumns) {
  const found: CorpusRow[] = [];
  const rules: string[] = [];
  async function* pieces() {
    for (const row of rows) yield `${row.join('\t')}\n`;
  }
  for await (const batch of tableFile('tsv', columns).read([{ name: 't.tsv', pieces: pieces() }])) {
    found.push(...batch.rows);
    rules.push(...[...batch.warnings, ...batch.problems].map(({ rule }) => rule));
  }
  return { rules, rows: found.map(({ segment, fa, en, status }) => [segment, fa, en, status]) };
}

describe('the columns of a table', () => {
  it.each([
    ['as Radif calls them', ['segment', 'fa', 'en', 'state'], { segment: 0, fa: 1, en: 2, state: 3 }],
    ['in other words', ['ID', 'Source', 'Translation', 'Note'], { segment: 0, fa: 1, en: 2 }],
    ['in Persian', ['شناسه', 'متن فارسی', 'ترجمهٔ انگلیسی'], { segment: 0, fa: 1, en: 2 }],
    ['with the language among other words', ['n', 'English text', 'Persian text'], { en: 1, fa: 2 }],
  ])('are proposed by their names: %s', (_name, head, places) => {
    expect(proposedColumns([head, ...texts.map((row) => ['x', ...row])])).toEqual({ places, header: true });
  });

  it('that are called a state hold one only where their values are states', () => {
    const head = ['fa', 'en', 'Status'];
    const withState = (state: string) => proposedColumns([head, ...texts.map((row) => [...row, state])])?.places;
    expect(withState('draft')).toEqual({ fa: 0, en: 1, state: 2 });
    expect(withState('Sent to Ali')).toEqual({ fa: 0, en: 1 });
  });

  it('are proposed by what stands in them where nothing names them, and a first row that reads as names is told', async () => {
    const numbered = texts.map(([fa = '', en = ''], at) => [String(at), en, fa]);
    expect(proposedColumns(numbered)).toEqual({ places: { fa: 2, en: 1 }, header: false });
    const headed = [['No.', 'Zielsprache', 'Ausgangstext'], ...numbered];
    expect(proposedColumns(headed)).toEqual({ places: { fa: 2, en: 1 }, header: true });
    expect(await read(headed)).toMatchObject({ rules: ['table.heading', 'table.left'], rows: { length: 3 } });
    expect(proposedColumns([['a', 'b']])).toBeNull();
  });

  it.each([
    ['in a language of their own', ['Исходный', 'Перевод'], texts],
    ['where one of them is Persian', ['متن یک', 'برگردان'], texts],
    ['over rows that are not translated yet', ['Ausgangstext', 'Zielsprache'], [...texts, ['هنوز نه.', '']]],
    [
      'over a row in Latin letters alone',
      ['Ausgangstext', 'Zielsprache'],
      [...texts, ...texts, ...texts, ...texts, ['BBC', 'The BBC']],
    ],
  ])('have a head that nobody knows: %s', async (_name, head, rows) => {
    expect(proposedColumns([head, ...rows])).toEqual({ places: { fa: 0, en: 1 }, header: true });
    // It can be said otherwise.
    expect((await read([head, ...rows], { places: { fa: 0, en: 1 }, header: false })).rows).toHaveLength(
      rows.length + 1,
    );
  });

  it('keep a first row that could be a text', () => {
    expect(proposedColumns([['BBC', 'BBC'], ...texts])?.header).toBe(false);
    expect(proposedColumns([['زبان فارسی', 'Persian language'], ...texts])?.header).toBe(false);
    expect(proposedColumns([['سلام.', ''], ...texts])?.header).toBe(false);
    expect(proposedColumns([['۱۳۹۹', '2020'], ...texts])?.header).toBe(false);
    expect(proposedColumns([['Hello', 'سلام'], ...texts])?.header).toBe(false);
  });

  it('are read as somebody has chosen them, with their states, and nothing else is taken', async () => {
    const rows = [['n', 'a', 'b', 'c'], ...texts.map(([fa = '', en = ''], at) => [`k${at}`, en, fa, 'reviewed'])];
    const columns = { places: { segment: 0, fa: 2, en: 1, state: 3 }, header: true };
    expect(await read(rows, columns)).toEqual({
      rules: [],
      rows: texts.map(([fa, en], at) => [`k${at}`, fa, en, 'reviewed']),
    });
    const { rows: all } = await read(rows, { places: { fa: 2, en: 1 }, header: false });
    expect(all[0]).toEqual(['s1', 'b', 'a', 'translated']);
    expect((await read(rows, { places: { fa: 2, en: 1 } })).rows).toHaveLength(3);
    expect((await read(rows, { places: { fa: 2 }, header: true })).rows[0]).toEqual([
      's1',
      'سلام دنیا.',
      '',
      'initial',
    ]);
  });

  it('that are not there, or hold no state, refuse the table', async () => {
    expect((await read(texts, { places: { fa: 0, en: 2 } })).rules).toEqual(['table.place']);
    expect((await read(texts, { places: {} })).rules).toEqual(['table.columns']);
    expect((await read(texts, { places: { fa: 0, state: 1 } })).rules).toContain('table.value');
  });

  it('that are not there are told of once, however long the table is', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => [`${at}`, 'nothing']);
    const table = `${rows.map((cells) => cells.join('\t')).join('\n')}\n`;
    async function* pieces() {
      for (let at = 0; at < table.length; at += 100) yield table.slice(at, at + 100);
    }
    const problems: string[] = [];
    for await (const batch of tableFile('tsv').read([{ name: 'a', pieces: pieces() }])) {
      problems.push(...batch.problems.map(({ rule }) => rule));
    }
    expect(problems).toEqual(['table.columns']);
  });

  it('are chosen one by one: what a column held goes, and so does the column that held the same', () => {
    const columns = { places: { fa: 0, en: 1 }, header: true };
    expect(withColumn(columns, 2, 'en')).toEqual({ places: { fa: 0, en: 2 }, header: true });
    expect(withColumn(columns, 0, 'en')).toEqual({ places: { en: 0 }, header: true });
    expect(withColumn(columns, 1, null)).toEqual({ places: { fa: 0 }, header: true });
  });

  it('are shown in rows of one width, long cells cut between characters', () => {
    const { rows } = tableHead([['a'], ['b', '😀'.repeat(200)], ...Array(9).fill(['c'])], { places: {} });
    expect(rows).toHaveLength(6);
    expect(rows.every((row) => row.length === 2)).toBe(true);
    expect(rows[1]?.[1]).toBe(`${'😀'.repeat(159)}…`);
    expect(hasHeader([['x', 'y'], ...texts], { places: { fa: 0, en: 1 }, header: false })).toBe(false);
  });
});

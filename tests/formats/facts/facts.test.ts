import { describe, expect, it } from 'vitest';
import { formats } from '../../../shared/formats/corpus/row.ts';
import { factNamed, formatFacts } from '../../../shared/formats/facts/facts.ts';
import { standing, unheldSaid } from '../../../shared/formats/facts/standing.ts';
import { readers } from '../../../shared/formats/formats.ts';

describe('what is told of formats', () => {
  it('speaks of every format that is written or read, once', () => {
    const names: readonly string[] = formatFacts.flatMap(({ names }) => names);
    expect(new Set(names).size).toBe(names.length);
    expect([...formats, ...Object.keys(readers)].filter((name) => !names.includes(name))).toEqual([]);
    for (const name of names) expect(factNamed(name)?.names).toContain(name);
  });

  it.each(formatFacts.map((fact) => [fact.names[0], fact] as const))('says all of %s in both languages', (_, fact) => {
    for (const part of ['demands', 'encoding', 'escapes', 'ids', 'language'] as const) {
      expect(fact[part].en, part).toMatch(/[A-Za-z#].*\.$/);
      expect(fact[part].fa, part).toMatch(/[\u0621-\u06cc#]/);
      expect(fact[part].fa, part).not.toMatch(/[يك]/);
    }
    for (const rule of standing(fact).unheld) expect(unheldSaid[rule].fa).toMatch(/[\u0621-\u06cc]/);
  });

  it('asks the adapters what a format cannot hold', () => {
    const of = (name: string) => {
      const fact = factNamed(name);
      if (fact === undefined) throw new Error(`There is no format ${name}`);
      return standing(fact);
    };
    expect(of('jsonl')).toEqual({ out: true, in: true, endings: ['jsonl'], unheld: [] });
    expect(of('moses')).toMatchObject({ in: true, endings: ['fa', 'en'] });
    expect(of('moses').unheld).toEqual(
      expect.arrayContaining(['mention', 'link', 'empty-source', 'empty-rendering', 'line-break']),
    );
    expect(of('pharaoh').unheld).toContain('possible-link');
    for (const name of ['tsv', 'csv', 'xlsx', 'moses']) expect(of(name).unheld).toContain('taken');
    for (const name of ['tmx', 'xliff-2.2', 'xliff-1.2']) expect(of(name).unheld).not.toContain('taken');
    expect(of('conll').unheld).toEqual(
      expect.arrayContaining(['other-side', 'crossing-mention', 'moved-mention', 'status', 'entity']),
    );
    expect(of('xliff-1.2').unheld).toEqual(expect.arrayContaining(['crossing-mention', 'xml-character']));
    expect(of('xlsx')).toMatchObject({ in: true, endings: ['xlsx'] });
    expect(of('xlsx').unheld).toEqual(expect.arrayContaining(['beyond-most', 'too-long']));
    expect(of('html')).toMatchObject({ out: true, in: false });
  });

  it('tells how a file is read of every format that comes in as text', () => {
    const silent = formatFacts.filter((fact) => {
      const isText = Object.keys(readers).some((name) => fact.names.some((known) => known === name));
      return isText && !/Read as UTF-8/.test(fact.encoding.en);
    });
    expect(silent.map(({ names }) => names[0])).toEqual([]);
  });
});

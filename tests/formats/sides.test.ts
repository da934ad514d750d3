import { describe, expect, it } from 'vitest';
import type { Format, Side } from '../../shared/formats/corpus/row.ts';
import type { ReadFormat } from '../../shared/formats/formats.ts';
import { readBack } from './reading.ts';
import { exported, options, row } from './rows.ts';

/** Rows of which some stand in the letters of the other language. */
const rows = [
  row({ segment: 's1', fa: 'Tehran, Valiasr St. 12', en: 'تهران، خیابان ولیعصر' }),
  row({ segment: 's2', fa: 'آنا رفت.', en: 'Anna went.' }),
  row({ segment: 's3', fa: '12', en: '12' }),
];

const formats: readonly (readonly [Format, ReadFormat])[] = [
  ['conll', 'conll'],
  ['conll-iobes', 'conll'],
  ['conllu', 'conllu'],
  ['conllu-plus', 'conllu'],
  ['webanno', 'webanno'],
  ['doccano', 'doccano'],
];

const sidesOf = (some: readonly { readonly fa: string }[]) => some.map(({ fa }) => (fa === '' ? 'en' : 'fa'));

describe.each(formats)('a file of one side in %s', (format, from) => {
  it.each(['fa', 'en'] as const)('comes back on that side (%s), whatever its letters are', async (side) => {
    const { texts } = await exported(rows, options({ format, side }));
    const read = await readBack(from, Object.values(texts));
    expect(read.problems).toEqual([]);
    expect(sidesOf(read.rows)).toEqual([side, side, side]);
  });
});

describe('a file that does not say its side', () => {
  const read = async (format: ReadFormat, text: string, side: Side | '') =>
    sidesOf((await readBack(format, [text], 7, side === '' ? 'x' : `x.${side}`)).rows);

  it('has it in its name, or else in the letters of each sentence', async () => {
    const conll = 'آنا O\n\nAnna O\n\n';
    expect(await read('conll', conll, '')).toEqual(['fa', 'en']);
    expect(await read('conll', conll, 'fa')).toEqual(['fa', 'fa']);
    expect(await read('conll', conll, 'en')).toEqual(['en', 'en']);
    const doccano = '{"text":"آنا"}\n{"text":"Anna","lang":["x"]}\n';
    expect(await read('doccano', doccano, '')).toEqual(['fa', 'en']);
    expect(await read('doccano', doccano, 'fa')).toEqual(['fa', 'fa']);
  });

  it('has a text that nobody can see on the side on which its names are', async () => {
    for (const side of ['fa', 'en'] as const) {
      const { rows } = await readBack('conll', ['\u0000 -X- _ B-PER\n\n'], 7, `x.${side}`);
      expect(rows).toMatchObject([{ [side]: '\u0000', mentions: [{ [side]: { from: 0, to: 1, text: '\u0000' } }] }]);
    }
  });

  it('is of one side as a whole in brat, by its name or its beginning', async () => {
    const text = 'Tehran\nآنا کارنینا به روسیه رفت.\n\nMoscow\n';
    const of = async (name: string) => sidesOf((await readBack('brat', [text, ''], 7, name)).rows);
    expect(await of('x')).toEqual(['fa', 'fa', 'fa']);
    expect(await of('x.en')).toEqual(['en', 'en', 'en']);
    expect((await readBack('brat', ['یک\n', ''], 7, 'Story.fa')).rows[0]?.title).toBe('Story');
  });
});

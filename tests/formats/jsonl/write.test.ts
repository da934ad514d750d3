import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CorpusMention } from '../../../shared/formats/corpus/row.ts';
import { splitLines } from '../read-back.ts';
import { anyRow, exported, options, row } from '../rows.ts';

const jsonlOf = async (rows: Parameters<typeof exported>[0]) =>
  (await exported(rows, options({ format: 'jsonl' }))).texts.jsonl ?? '';

describe('a JSON Lines export', () => {
  it('gives back every row exactly, also where a reader splits lines at U+2028', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 5 }), async (rows) => {
        const text = await jsonlOf(rows);
        expect(text === '' || text.endsWith('\n')).toBe(true);
        const expected = rows.map(({ status, alignment, leftOut, remarks, ...rest }) => ({
          ...rest,
          ...(alignment && { alignment }),
          ...(leftOut && { leftOut }),
          ...(remarks.length > 0 && { remarks }),
          state: status,
        }));
        expect(splitLines(text).map((line) => JSON.parse(line))).toEqual(expected);
      }),
    );
  });

  it('names the fields in one order', async () => {
    expect(await jsonlOf([row({ kind: 'lead', status: 'initial', origin: null, en: '' })])).toBe(
      '{"document":"d1","title":"Statements","version":7,"segment":"s1","paragraph":0,"statement":0,"kind":"lead",' +
        '"fa":"او می‌رود.","en":"","state":"initial","origin":null,"from":0,"to":10,"mentions":[],"links":[]}\n',
    );
  });

  it('says of a name that a border cuts in two what all of its parts are, in each of the rows', async () => {
    const parts = [
      { segment: 's1', from: 5, to: 9, text: 'آنا' },
      { segment: 's2', from: 0, to: 6, text: 'کارنینا' },
    ];
    const part = (at: 0 | 1): CorpusMention => {
      const { segment: _, ...fa } = parts[at] as (typeof parts)[0];
      return { id: 'm', label: 'PER', entity: null, entityName: null, fa, en: null, parts };
    };
    const lines = splitLines(
      await jsonlOf([row({ mentions: [part(0)] }), row({ segment: 's2', mentions: [part(1)] })]),
    );
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(JSON.parse(line).mentions[0].parts).toEqual(parts);
    expect(lines.map((line) => JSON.parse(line).mentions[0].fa.text)).toEqual(['آنا', 'کارنینا']);
  });

  it('has the mentions of a row with both sides, and what the registry calls their entities', async () => {
    const entityName = { fa: 'روسیه', en: 'Russia' };
    const mentions: readonly CorpusMention[] = [
      {
        id: 'm1',
        label: 'GPE',
        entity: 'e1',
        entityName,
        fa: { from: 0, to: 5, text: 'روسیه' },
        en: { from: 4, to: 11, text: 'Moscow’' },
      },
      { id: 'm2', label: 'PER', entity: null, entityName: null, fa: { from: 6, to: 9, text: 'آنا' }, en: null },
    ];
    const [line] = splitLines(await jsonlOf([row({ mentions })]));
    expect(JSON.parse(line ?? '').mentions).toEqual(mentions);
    expect(line).toContain(
      '{"id":"m1","label":"GPE","entity":"e1","entityName":{"fa":"روسیه","en":"Russia"},' +
        '"fa":{"from":0,"to":5,"text":"روسیه"},"en":{"from":4,"to":11,"text":"Moscow’"}}',
    );
  });
});

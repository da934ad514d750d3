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

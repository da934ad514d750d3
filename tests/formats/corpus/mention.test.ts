import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusMentions, type StandingMention } from '../../../shared/formats/corpus/mention.ts';
import { row } from '../rows.ts';

const text = 'وزیر خارجه روسیه 😀 گفت.';
const first = row({ segment: 's1', fa: text.slice(0, 10), en: 'The foreign minister', from: 100, to: 110 });
const second = row({ segment: 's2', fa: text.slice(11), en: 'of Russia 😀 said.', from: 111, to: 100 + text.length });
const mention = (parts: Partial<StandingMention>): StandingMention => ({
  id: 'm1',
  label: 'TITLE',
  entity: null,
  source: null,
  rendering: null,
  ...parts,
});

describe('the mentions of a row', () => {
  it('count from the start of its two sides and say what stands there', () => {
    const whole = mention({ source: { from: 105, to: 110 }, rendering: { segment: 's1', from: 4, to: 20 } });
    expect(corpusMentions(first, [whole], new Map())).toEqual([
      {
        id: 'm1',
        label: 'TITLE',
        entity: null,
        entityName: null,
        fa: { from: 5, to: 10, text: 'خارجه' },
        en: { from: 4, to: 20, text: 'foreign minister' },
      },
    ]);
    expect(corpusMentions(second, [whole], new Map())).toEqual([]);
  });

  it('have the names of their entity, if the registry has it', () => {
    const names = new Map([['e1', { fa: 'روسیه', en: 'Russia' }]]);
    const linked = (entity: string) => mention({ entity, source: { from: 111, to: 116 } });
    expect(corpusMentions(second, [linked('e1')], names)[0]?.entityName).toEqual({ fa: 'روسیه', en: 'Russia' });
    expect(corpusMentions(second, [linked('e2')], names)[0]).toMatchObject({ entity: 'e2', entityName: null });
  });

  it('stand in the order in which they are read, the one around before those inside, English alone last', () => {
    const all = [
      mention({ id: 'd', rendering: { segment: 's1', from: 4, to: 11 } }),
      mention({ id: 'c', source: { from: 105, to: 110 } }),
      mention({ id: 'b', source: { from: 100, to: 104 } }),
      mention({ id: 'a', source: { from: 100, to: 110 } }),
    ];
    expect(corpusMentions(first, all, new Map()).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are in each row that has a part of them when they cross a border', () => {
    const across = mention({ source: { from: 105, to: 116 }, rendering: { segment: 's2', from: 3, to: 9 } });
    expect(corpusMentions(first, [across], new Map())).toMatchObject([{ fa: { text: 'خارجه' }, en: null }]);
    expect(corpusMentions(second, [across], new Map())).toMatchObject([
      { fa: { from: 0, to: 5, text: 'روسیه' }, en: { text: 'Russia' } },
    ]);
  });

  it('are what their offsets say, and all rows together have all of each', () => {
    const offset = fc.nat(text.length);
    const span = fc.tuple(offset, offset).map(([a, b]) => ({ from: 100 + Math.min(a, b), to: 100 + Math.max(a, b) }));
    const place = fc.tuple(fc.constantFrom(first, second), fc.nat(30), fc.nat(30)).map(([{ segment, en }, a, b]) => ({
      segment,
      from: Math.min(a, b, en.length - 1),
      to: Math.min(Math.max(a, b) + 1, en.length),
    }));
    fc.assert(
      fc.property(fc.array(fc.record({ source: fc.option(span), rendering: fc.option(place) })), (sides) => {
        const all = sides.map((each, index) => mention({ ...each, id: `m${index}` }));
        const rows = [first, second].map((each) => ({ ...each, mentions: corpusMentions(each, all, new Map()) }));
        for (const { fa, en, mentions } of rows) {
          for (const found of mentions) {
            if (found.fa) expect(found.fa.text).toBe(fa.slice(found.fa.from, found.fa.to));
            if (found.en) expect(found.en.text).toBe(en.slice(found.en.from, found.en.to));
            expect(found.fa ?? found.en).not.toBeNull();
          }
        }
        for (const { id, source, rendering } of all) {
          const found = rows.flatMap(({ mentions }) => mentions.filter((each) => each.id === id));
          const persian = found.map(({ fa }) => fa?.text ?? '').join('');
          const part = (from: number, to: number) =>
            source ? text.slice(Math.max(source.from - 100, from), Math.max(0, Math.min(source.to - 100, to))) : '';
          expect(persian).toBe(part(0, 10) + part(11, text.length));
          expect(found.filter(({ en }) => en)).toHaveLength(rendering ? 1 : 0);
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { CorpusLink, CorpusMention } from '../../shared/formats/corpus/row.ts';
import { formats } from '../../shared/formats/corpus/row.ts';
import { readableAs, readBack } from './reading.ts';
import { exported, options, row } from './rows.ts';

const words = (of: readonly string[], length: number) => {
  const said: string[] = [];
  for (let at = 0; at < length; at += (said.at(-1)?.length ?? 0) + 1) said.push(of[said.length % of.length] ?? '');
  return said.join(' ');
};
const fa = words(['کتاب', 'بزرگ', 'ایران', 'رفت', 'و', 'آمد'], 200_000);
const en = words(['book', 'great', 'Iran', 'went', 'and'], 200_000);
const COUNT = 10_000;
const range = (text: string, from: number, to: number) => ({ from, to, text: text.slice(from, to) });

/** Mentions of which each crosses the next, on both sides. */
const mentions = Array.from({ length: COUNT }, (_, index): CorpusMention => {
  const from = index * 19;
  const sides = { fa: range(fa, from, from + 25), en: range(en, from, from + 25) };
  return { id: `m${index}`, label: 'ORG', entity: null, entityName: null, ...sides };
});
const links = mentions.map(
  ({ fa: one, en: other }): CorpusLink => ({
    fa: range(fa, one?.from ?? 0, (one?.from ?? 0) + 4),
    en: range(en, other?.from ?? 0, (other?.from ?? 0) + 4),
    sure: true,
  }),
);
const long = row({ fa, en, to: fa.length, mentions, links });

describe('a segment of 200,000 characters with 10,000 names', () => {
  it.each(formats)('goes out, and comes in with what it says where it stands, in %s', async (format) => {
    const { texts, report } = await exported([long], options({ format }));
    // A cell of Excel holds less.
    expect(report.written).toBe(format === 'xlsx' ? 0 : 1);
    expect(report.leftOut.map(({ rule }) => rule)).toEqual(format === 'xlsx' ? ['too-long'] : []);
    const from = readableAs(format);
    if (from === null) return;
    const read = await readBack(from, Object.values(texts), 65_536);
    expect(read.problems).toEqual([]);
    expect(read.rows).toHaveLength(1);
    for (const each of read.rows) {
      for (const mention of each.mentions) {
        for (const side of ['fa', 'en'] as const) {
          const marked = mention[side];
          if (marked && each[side].slice(marked.from, marked.to) !== marked.text) expect(mention).toBeNull();
        }
      }
    }
  });
});

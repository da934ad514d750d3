import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Format, formats } from '../../shared/formats/corpus/row.ts';
import { exported, options, row } from './rows.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** How a row of the table of formats in the README begins, by what a format does with a name that is marked on both sides. */
const beginnings = { both: '| on both sides', side: '| on the side', none: '| not' } as const;

async function carried(format: Format): Promise<keyof typeof beginnings> {
  const [fa, en] = [
    { from: 0, to: 2, text: 'او' },
    { from: 0, to: 2, text: 'He' },
  ] as const;
  const mention = { id: 'm1', label: 'PERSON', entity: null, entityName: null, fa, en };
  const { report } = await exported([row({ mentions: [mention] })], options({ format }));
  const lost = report.lost.map(({ rule }) => rule);
  if (lost.includes('mention')) return 'none';
  return lost.includes('english') || lost.includes('persian') ? 'side' : 'both';
}

describe('what the README says of formats', () => {
  it('names each of them once, with what it carries of names', async () => {
    const told = Object.entries(beginnings).flatMap(([what, begins]) => {
      const line = readme.split('\n').find((each) => each.startsWith(begins)) ?? '';
      return [...line.matchAll(/`([a-z0-9.-]+)`/g)].map(([, format]) => `${format}: ${what}`);
    });
    const are = await Promise.all(formats.map(async (format) => `${format}: ${await carried(format)}`));
    expect(told.toSorted()).toEqual(are.toSorted());
  });
});

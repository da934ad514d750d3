import { describe, expect, it } from 'vitest';
import { linkGroups } from '../../../../client/panels/links/groups.ts';

const source = 'کشور روسیه آمد';
const rendering = 'Russia has arrived';
const span = (text: string, word: string) => ({ from: text.indexOf(word), to: text.indexOf(word) + word.length });
const pair = (fa: string, en: string, sure = true) => ({
  source: span(source, fa),
  rendering: span(rendering, en),
  sure,
});

describe('the groups of links', () => {
  it('hold what hangs together, in the order of the Persian', () => {
    const groups = linkGroups(
      [pair('آمد', 'has'), pair('کشور', 'Russia'), pair('روسیه', 'Russia'), pair('آمد', 'arrived', false)],
      source,
      rendering,
    );
    expect(groups.map(({ fa, en, isPossible }) => [fa, en, isPossible])).toEqual([
      ['کشور روسیه', 'Russia', false],
      ['آمد', 'has arrived', false],
    ]);
  });

  it('show a gap between words that do not adjoin, and say when all is only possible', () => {
    const [group] = linkGroups(
      [pair('کشور', 'Russia', false), pair('کشور', 'arrived', false)],
      source,
      'Russia, arrived'.replace(', ', ' has '),
    );
    expect(group).toMatchObject({ fa: 'کشور', en: 'Russia … arrived', isPossible: true });
  });
});

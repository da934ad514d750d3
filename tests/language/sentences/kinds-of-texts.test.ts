import { describe, expect, it } from 'vitest';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import kinds from '../../fixtures/reported/segmentation-kinds.json' with { type: 'json' };
import { units } from './units.ts';

/** What a unit looks like; neither marks without weight at its edges count, nor the colon of a lead. */
const edge = String.raw`[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff:：]+`;
const bare = (text: string) => text.replace(new RegExp(`^${edge}|${edge}$`, 'gu'), '');

/** Texts with `|` where a unit ends and another begins, some hundred of them, written before the rules that cut them. */
describe.each(Object.entries(kinds))('%s', (_, texts) => {
  it.each(texts)('%j', (marked) => {
    expect(units(marked.replaceAll('|', ''), persianRules).map(bare)).toEqual(marked.split('|').map(bare));
  });
});

import { describe, expect, it } from 'vitest';
import type { CorpusRow } from '../../shared/formats/corpus/row.ts';
import type { ReleaseFilters } from '../../shared/release/recipe.ts';
import { selection } from '../../shared/release/selection.ts';
import { row } from './rows.ts';

const open = { from: null, to: null };
const all: ReleaseFilters = {
  states: ['initial', 'suggested', 'draft', 'translated', 'rejected', 'reviewed', 'final'],
  clean: false,
  aligned: false,
  annotated: false,
  machine: 'with',
  fa: open,
  en: open,
};
const plain = row({ fa: 'یک دو سه.', en: 'One two three four.' });
const mention = {
  id: 'm',
  label: 'GPE',
  entity: null,
  entityName: null,
  fa: { from: 0, to: 2, text: 'یک' },
  en: null,
} as const;

function reason(filters: Partial<ReleaseFilters>, each: CorpusRow, found: readonly string[] = []) {
  return selection({ ...all, ...filters }, 'keep').exclusion(each, new Set(found));
}

describe('what a release takes', () => {
  it('is all without filters', () => {
    expect(reason({}, row({ fa: '', en: '', status: 'initial' }))).toBeNull();
  });

  it.each<[string, Partial<ReleaseFilters>, CorpusRow, CorpusRow]>([
    ['state', { states: ['final'] }, plain, row({ ...plain, status: 'final' })],
    ['alignment', { aligned: true }, row({ ...plain, alignment: { state: 'review', score: null } }), plain],
    [
      'alignment',
      { aligned: true },
      row({ ...plain, en: ' ' }),
      row({ ...plain, alignment: { state: 'automatic', score: 1 } }),
    ],
    ['unnamed', { annotated: true }, plain, row({ ...plain, mentions: [mention] })],
    ['machine', { machine: 'without' }, row({ ...plain, origin: 'machine' }), plain],
    ['machine', { machine: 'only' }, plain, row({ ...plain, origin: 'machine' })],
    ['length', { fa: { from: 4, to: null } }, plain, row({ ...plain, fa: 'یک دو سه چهار' })],
    ['length', { en: { from: null, to: 3 } }, plain, row({ ...plain, en: 'One two three' })],
  ])('by %s', (expected, filters, out, taken) => {
    expect(reason(filters, out)).toBe(expected);
    expect(reason(filters, taken)).toBeNull();
  });

  it('by the findings of the checks', () => {
    expect(reason({ clean: true }, plain, ['s1'])).toBe('finding');
    expect(reason({ clean: true }, plain, ['s2'])).toBeNull();
    expect(reason({ clean: false }, plain, ['s1'])).toBeNull();
  });

  it('keeps the first of what is alike among what the filters let through', () => {
    const choice = selection({ ...all, states: ['final'] }, 'persian');
    const none = new Set<string>();
    expect(choice.exclusion(plain, none)).toBe('state');
    expect(choice.exclusion(row({ ...plain, status: 'final' }), none)).toBeNull();
    expect(choice.exclusion(row({ ...plain, status: 'final', en: 'Something else' }), none)).toBe('duplicate');
  });
});

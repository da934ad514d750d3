import { expect, it } from 'vitest';
import { type Entry, matching } from '../../../client/keys/palette-entry.ts';

const entry = (name: string, group = 'Segments'): Entry => ({ id: name, name, group, run: () => {} });
const names = (entries: readonly Entry[]) => entries.map(({ name }) => name);

const entries = [entry('Merge with the next segment'), entry('Next segment'), entry('Export', 'Versions')];

it('lists everything in its own order when nothing is asked', () => {
  expect(names(matching(entries, '  '))).toEqual(names(entries));
});

it('finds every word anywhere in the name or the group', () => {
  expect(names(matching(entries, 'seg next'))).toEqual(['Merge with the next segment', 'Next segment']);
  expect(names(matching(entries, 'versions exp'))).toEqual(['Export']);
  expect(matching(entries, 'split')).toEqual([]);
});

it('puts entries that begin a word so before those that only hold it', () => {
  const some = [entry('Reexport'), entry('Export')];
  expect(names(matching(some, 'exp'))).toEqual(['Export', 'Reexport']);
});

it('finds Persian in any spelling', () => {
  const some = [entry('گفت‌وگوی وزیر'), entry('قطعهٔ بعدی')];
  expect(names(matching(some, 'گفت وگوي'))).toEqual(['گفت‌وگوی وزیر']);
  expect(names(matching(some, 'قطعه'))).toEqual(['قطعهٔ بعدی']);
});

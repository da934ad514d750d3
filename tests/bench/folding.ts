import { type FoldLevel, fold, foldKey } from '../../shared/language/characters/fold.ts';
import { find } from '../../shared/language/words/find.ts';
import { type Figure, medianTime } from './figure.ts';
import { longSource } from './sample.ts';

const levels: readonly FoldLevel[] = ['fold', 'search', 'tight'];

/** Folding a million characters with its offset map, beside the engine's own normalisation of the same text. */
export async function measure(): Promise<readonly Figure[]> {
  const source = longSource(1_000_000);
  const base = {
    name: 'normalize NFC, lower case',
    value: await medianTime(() => source.normalize('NFC').toLowerCase()),
  };
  const figures: Figure[] = [{ ...base, unit: 'ms' }];
  for (const level of levels) {
    figures.push(
      { name: `fold, level ${level}`, value: await medianTime(() => fold(source, level)), unit: 'ms', of: base.name },
      { name: `key, level ${level}`, value: await medianTime(() => foldKey(source, level)), unit: 'ms', of: base.name },
    );
  }
  figures.push({
    name: 'find a word',
    value: await medianTime(() => find(source, 'روسیه', 'word')),
    unit: 'ms',
    of: base.name,
  });
  return figures;
}

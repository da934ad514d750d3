import { readFileSync } from 'node:fs';
import type { Pair } from './damage.ts';

interface Reference {
  readonly segments: readonly Pair[];
}

/** The 23 units of the sample with their English. */
export const sample: readonly Pair[] = (
  JSON.parse(readFileSync('tests/fixtures/reference/gold-translations.json', 'utf8')) as Reference
).segments.map(({ source, target }) => ({ source, target }));

/** A few sentences about other things than the sample, written for these tests. */
export const stories: readonly Pair[] = readFileSync('tests/fixtures/alignment/stories.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [source = '', target = ''] = line.split('\t');
    return { source, target };
  });

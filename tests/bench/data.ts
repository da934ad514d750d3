import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfirmedPair } from '../../shared/alignment/learning/learn.ts';
import type { Bead } from '../../shared/alignment/sentences/bead.ts';
import { readTmxPairs } from '../../shared/formats/tmx/read-pairs.ts';
import { damaged, sequence } from '../alignment/damage.ts';
import { sample, stories } from '../alignment/sample.ts';

/** Two texts whose right beads are known. */
export interface GoldCase {
  readonly doc: string;
  readonly level: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly gold: readonly Bead[];
}

/** The folder that `--data` names. */
const folder = process.env.BENCH_DATA ?? '';

/** Cases of all files `*.jsonl` of the folder, one a line: {"doc", "level", "fa", "en", "gold": [[[fa…], [en…]], …]}. Without a
 *  folder, small texts that come with the tests. */
export function goldCases(): readonly GoldCase[] {
  const found = files('.jsonl').flatMap((text) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .filter((each) => Array.isArray(each.gold))
      .map(({ doc, level, fa, en, gold }) => ({
        ...{ doc: String(doc), level: String(level), source: fa, target: en },
        gold: gold.map(([source, target]: readonly [readonly number[], readonly number[]]) => ({ source, target })),
      })),
  );
  if (found.length > 0) return found;
  tell('there are no *.jsonl with gold beads, so the small texts of the tests are measured');
  return [sample, stories].flatMap((pairs, at) =>
    Array.from({ length: 20 }, (_, seed) => ({
      ...{ doc: `${at}.${seed}`, level: 'own' },
      ...damaged(pairs, { merged: 0.12, missing: 0.04 }, sequence(seed + 1)),
    })),
  );
}

/** The pairs of all files `*.tmx` of the folder. */
export function memoryPairs(): readonly ConfirmedPair[] {
  const pairs = files('.tmx').flatMap((text) => {
    const read = readTmxPairs(text);
    return read.ok ? read.value.pairs : [];
  });
  if (pairs.length === 0) tell('there is no *.tmx with Persian and English, so nothing is learned');
  return pairs;
}

function files(ending: string): readonly string[] {
  if (folder === '') return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
}

function tell(what: string): void {
  console.error(folder === '' ? `No folder of data is given (--data FOLDER); ${what}.` : `${folder}: ${what}.`);
}

import { sequence } from '../alignment/damage.ts';
import { type Figure, median, percentile } from './figure.ts';
import { type Engine, engines } from './memory-engines.ts';
import { memoryTexts, multiplied, swapped } from './memory-texts.ts';
import { likenessByWords } from './word-likeness.ts';

export const cases = ['10,000', '100,000', '1,000,000'];

/** Queries of each kind; the databases get fewer at a million. */
const QUERIES = 200;
const QUERIES_OF_DATABASES = 24;
/** Units that are added one by one. */
const ADDED = 50_000;

/** Looking up in memories of real text multiplied out, with words swapped: our index, pg_trgm and FTS5 side by side. A query is a unit
 *  with one to five words changed; `recall` counts those whose first match is as good as the unit that it was made of. */
export async function measure(size: string): Promise<readonly Figure[]> {
  const count = Number(size.replaceAll(',', ''));
  const random = sequence(14);
  const corpus = multiplied(memoryTexts(), count, random);
  const kinds = {
    typical: queries(corpus, random, (words) => words.length >= 6 && words.length < 50),
    '1 to 3 words': queries(corpus, random, (words) => words.length <= 3),
    '60 words': queries(corpus, random, (words) => words.length >= 50),
  };
  const figures: Figure[] = [];
  for (const { name, open } of engines) {
    const engine = await open(corpus);
    figures.push({ name: `${name}: built`, value: engine.built, unit: 'ms' });
    figures.push({ name: `${name}: size`, value: engine.megabytes, unit: 'MB' });
    for (const [kind, asked] of Object.entries(kinds)) {
      const some = name === 'index' ? asked : asked.slice(0, QUERIES_OF_DATABASES);
      const { ms, recall } = await looked(engine, corpus, some);
      const label = `${name}: ${kind}`;
      const of = `index: ${kind}, p50`;
      figures.push(
        { name: `${label}, p50`, value: median(ms), unit: 'ms', ...(name === 'index' ? {} : { of }) },
        { name: `${label}, p99`, value: percentile(ms, 0.99), unit: 'ms' },
        { name: `${label}, first match as good`, value: recall, unit: 'recall' },
      );
    }
    const file = await engine.file?.();
    if (file) {
      figures.push({ name: 'index: file written', value: file.written, unit: 'ms' });
      figures.push({ name: 'index: file read', value: file.read, unit: 'ms' });
    }
    if (engine.add) figures.push(...(await added(engine, engine.add, corpus, kinds.typical, random)));
    await engine.close();
  }
  return figures;
}

async function looked(engine: Engine, corpus: readonly string[], asked: readonly Query[]) {
  const ms: number[] = [];
  let good = 0;
  for (const { text } of asked.slice(0, 10)) await engine.find(text);
  for (const { text, unit } of asked) {
    const started = performance.now();
    const found = await engine.find(text);
    ms.push(performance.now() - started);
    const best = Math.max(0, ...found.map((each) => likenessByWords(text, corpus[each] ?? '')));
    if (best >= likenessByWords(text, corpus[unit] ?? '') - 1e-9) good += 1;
  }
  return { ms, recall: good / asked.length };
}

/** What units cost that come one by one, and a look-up after that. */
async function added(
  engine: Engine,
  add: (number: number, text: string) => void,
  corpus: readonly string[],
  asked: readonly Query[],
  random: () => number,
): Promise<readonly Figure[]> {
  const fresh = multiplied(memoryTexts(), ADDED, random);
  const ms: number[] = [];
  for (const [at, text] of fresh.entries()) {
    const started = performance.now();
    add(corpus.length + at, text);
    ms.push(performance.now() - started);
  }
  engine.settle?.();
  const after = await looked(engine, [...corpus, ...fresh], asked);
  return [
    { name: 'index: adding a unit, p50', value: median(ms), unit: 'ms' },
    { name: 'index: adding a unit, p99', value: percentile(ms, 0.99), unit: 'ms' },
    { name: 'index: after they came, p50', value: median(after.ms), unit: 'ms' },
  ];
}

interface Query {
  readonly text: string;
  readonly unit: number;
}

function queries(
  corpus: readonly string[],
  random: () => number,
  fits: (words: readonly string[]) => boolean,
): readonly Query[] {
  const asked: Query[] = [];
  for (let tries = 0; asked.length < QUERIES && tries < 1_000_000; tries++) {
    const unit = Math.floor(random() * corpus.length);
    const words = (corpus[unit] ?? '').split(' ');
    if (!fits(words)) continue;
    const edits = 1 + Math.floor(random() * Math.min(5, words.length / 3));
    asked.push({ unit, text: swapped(words, edits, corpus, random).join(' ') });
  }
  return asked;
}

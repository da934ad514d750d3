import { sequence } from '../alignment/damage.ts';
import { memoryPairs } from './data.ts';
import { type Figure, median, percentile } from './figure.ts';
import { type Engine, engines } from './memory-engines.ts';
import { renderingsOf } from './sample.ts';
import { likenessByWords } from './word-likeness.ts';

export const cases = ['10,000', '100,000', '1,000,000'];

/** Queries of each kind; the databases get fewer at a million. */
const QUERIES = 200;
const QUERIES_OF_DATABASES = 24;
/** Units that come while others look up. */
const IMPORTED = 50_000;

/** Looking up in memories of real text multiplied out, with words swapped: our index, pg_trgm and FTS5 side by side. A query is a unit
 *  with one to five words changed; `recall` counts those whose first match is as good as the unit that it was made of. */
export async function measure(size: string): Promise<readonly Figure[]> {
  const count = Number(size.replaceAll(',', ''));
  const random = sequence(14);
  const corpus = multiplied(texts(), count, random);
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
    if (engine.add) figures.push(...(await whileImporting(engine, engine.add, corpus, kinds.typical, random)));
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

async function whileImporting(
  engine: Engine,
  add: (number: number, text: string) => void,
  corpus: readonly string[],
  asked: readonly Query[],
  random: () => number,
): Promise<readonly Figure[]> {
  const fresh = multiplied(texts(), IMPORTED, random);
  const added: number[] = [];
  const ms: number[] = [];
  for (const [at, text] of fresh.entries()) {
    const started = performance.now();
    add(corpus.length + at, text);
    added.push(performance.now() - started);
    const query = asked[at % asked.length];
    if (at % 100 !== 0 || query === undefined) continue;
    const begun = performance.now();
    await engine.find(query.text);
    ms.push(performance.now() - begun);
  }
  engine.settle?.();
  const after = await looked(engine, [...corpus, ...fresh], asked);
  const settled = { name: 'index: after they came, p50', value: median(after.ms) };
  return [
    { ...settled, unit: 'ms' },
    { name: 'index: adding a unit, p50', value: median(added), unit: 'ms' },
    { name: 'index: adding a unit, p99', value: percentile(added, 0.99), unit: 'ms' },
    {
      name: `index: while ${IMPORTED.toLocaleString('en')} come, p50`,
      value: median(ms),
      unit: 'ms',
      of: settled.name,
    },
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

/** `count` texts: those that there are, and as many more of them with about a quarter of their words swapped for words of others. Each
 *  twentieth is three of them in a row, each tenth a few words of one. */
function multiplied(originals: readonly string[], count: number, random: () => number): readonly string[] {
  const pick = () => originals[Math.floor(random() * originals.length)] ?? '';
  return Array.from({ length: count }, (_, at) => {
    const original = originals[at];
    if (original !== undefined) return original;
    const text = at % 20 === 0 ? `${pick()} ${pick()} ${pick()}` : pick();
    const words = text.split(' ');
    const cut = at % 10 === 5 ? words.slice(0, 1 + Math.floor(random() * 3)) : words;
    return swapped(cut, Math.ceil(cut.length / 4), originals, random).join(' ');
  });
}

function swapped(
  words: readonly string[],
  edits: number,
  corpus: readonly string[],
  random: () => number,
): readonly string[] {
  const changed = [...words];
  for (let edit = 0; edit < edits; edit++) {
    const other = (corpus[Math.floor(random() * corpus.length)] ?? '').split(' ');
    changed[Math.floor(random() * changed.length)] = other[Math.floor(random() * other.length)] ?? '';
  }
  return changed.filter(Boolean);
}

let known: readonly string[] | null = null;

/** The Persian of the memories in the folder of data; without one, Persian of the sample, sentence by sentence. */
function texts(): readonly string[] {
  if (known === null) {
    const read = memoryPairs().map(({ source }) => source);
    known = read.length > 0 ? read : renderingsOf(2000).map(({ text }) => text);
  }
  return known;
}

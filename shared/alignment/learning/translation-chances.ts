import type { Cooccurrences } from './cooccurrence.ts';

const ROUNDS = 6;

/** How strongly a word is sought at the same part of its sentence, and how often it has no partner. */
const DIAGONAL = 4;
const ALONE = 0.08;

/** How much a link that somebody made counts beside what is only likely. */
const LINKED = 3;

/** A word seen seldom is less sure of its partner: so many doubtful sightings are added. */
const DOUBT = 0.5;

/** For each pair of words how likely one stands where the other does, both ways. */
export function translationChances(seen: Cooccurrences): {
  readonly toEnglish: Float64Array;
  readonly toPersian: Float64Array;
} {
  return { toEnglish: trained(seen, 'english'), toPersian: trained(seen, 'persian') };
}

/** Chances of the words of `side` by those of the other one: the expectation of IBM Model 1, round by round. */
function trained(seen: Cooccurrences, side: 'english' | 'persian'): Float64Array {
  const makesEnglish = side === 'english';
  const chances = new Float64Array(seen.size).fill(1 / Math.max(1, seen.vocabulary[side]));
  const given = Int32Array.from(chances, (_, at) => seen.wordsAt(at)[makesEnglish ? 0 : 1]);
  const alone = 1 / Math.max(1, seen.vocabulary[side]);
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Float64Array(chances.length);
    for (const { persian, english, cells, linked } of seen.pairs) {
      const [made, givens] = makesEnglish ? [english.length, persian.length] : [persian.length, english.length];
      const cellOf = (to: number, from: number) =>
        cells[makesEnglish ? from * english.length + to : to * english.length + from] as number;
      const weights = new Float64Array(givens);
      for (let to = 0; to < made; to++) {
        let near = 0;
        for (let from = 0; from < givens; from++) {
          const weight = Math.exp(-DIAGONAL * Math.abs((to + 0.5) / made - (from + 0.5) / givens));
          weights[from] = weight;
          near += weight;
        }
        let sum = ALONE * alone;
        for (let from = 0; from < givens; from++) {
          const weight = ((1 - ALONE) * (weights[from] as number) * (chances[cellOf(to, from)] as number)) / near;
          weights[from] = weight;
          sum += weight;
        }
        for (let from = 0; from < givens; from++) {
          const cell = cellOf(to, from);
          counts[cell] = (counts[cell] as number) + (weights[from] as number) / sum;
        }
      }
      for (const place of linked) {
        const cell = cells[place] as number;
        counts[cell] = (counts[cell] as number) + LINKED;
      }
    }
    const totals = new Float64Array(seen.vocabulary[makesEnglish ? 'persian' : 'english']).fill(DOUBT);
    counts.forEach((count, at) => {
      totals[given[at] as number] = (totals[given[at] as number] as number) + count;
    });
    counts.forEach((count, at) => {
      chances[at] = count / (totals[given[at] as number] as number);
    });
  }
  return chances;
}

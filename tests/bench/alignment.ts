import type { Reason } from '../../shared/alignment/evidence/partners.ts';
import { learn } from '../../shared/alignment/learning/learn.ts';
import { learnedLexicon } from '../../shared/alignment/learning/learned.ts';
import { type AlignmentOptions, align } from '../../shared/alignment/sentences/align.ts';
import type { Bead } from '../../shared/alignment/sentences/bead.ts';
import { weights } from '../../shared/alignment/sentences/weights.ts';
import { builtInGazetteer } from '../../shared/names/gazetteer/gazetteer.ts';
import { nameLexicon } from '../../shared/names/lexicon/name-lexicon.ts';
import { emptyRegistry } from '../../shared/names/registry/registry.ts';
import { type GoldCase, goldCases, memoryPairs } from './data.ts';
import type { Figure } from './figure.ts';

/** Each in a process of its own: how right beads are by the evidence that is used, and what long texts cost. */
export const cases: readonly string[] = ['F1', '2,000 units', '10,000 units'];

/** Sentence alignment: strict F1 of beads with both sides, by evidence and level; time and memory. */
export async function measure(name: string): Promise<readonly Figure[]> {
  return name === 'F1' ? rightness() : cost(Number(name.replace(/\D/g, '')));
}

const names = () => nameLexicon(emptyRegistry, builtInGazetteer());

function rightness(): readonly Figure[] {
  const all = goldCases();
  const levels = [...new Set(all.map(({ level }) => level))];
  const pairs = memoryPairs();
  const without = (...reasons: readonly Reason[]) => new Set(reasons);
  const words: readonly Reason[] = ['name', 'word', 'learned'];
  const ships = { names: names() };
  const steps: readonly (readonly [string, AlignmentOptions])[] = [
    [
      'length',
      {
        without: without('number', 'same', 'sound', ...words),
        weights: { ...weights, marks: 0, sentences: 0, missing: 0 },
      },
    ],
    ['+ sentence ends, marks', { without: without('number', 'same', 'sound', ...words) }],
    ['+ numbers, Latin words', { without: without('sound', ...words) }],
    ['+ sounds of names', { without: without(...words) }],
    ['+ known names', { ...ships, without: without('word', 'learned') }],
    ['+ lexicon: what ships', ships],
    ...(pairs.length > 0
      ? [['+ learned from a memory', { ...ships, learned: learnedLexicon(learn(pairs)) }] as const]
      : []),
  ];
  const figures: Figure[] = [];
  for (const [step, options] of steps) {
    for (const level of levels) {
      const value = f1(
        all.filter((each) => each.level === level),
        options,
      );
      figures.push({ name: `${level}: ${step}`, value, unit: 'F1' });
    }
  }
  const docs = [...new Set(all.map(({ doc }) => doc))].sort();
  for (const [half, at] of [
    ['half that weights were tuned on', 0],
    ['other half', 1],
  ] as const) {
    for (const level of levels) {
      const own = all.filter((each) => each.level === level && docs.indexOf(each.doc) % 2 === at);
      figures.push({ name: `${level}: what ships, ${half}`, value: f1(own, ships), unit: 'F1' });
    }
  }
  return figures;
}

function f1(all: readonly GoldCase[], options: AlignmentOptions): number {
  let [right, both] = [0, 0];
  for (const { source, target, gold } of all) {
    const found = keys(beadsOf(source, target, options));
    const wanted = new Set(keys(gold));
    right += 2 * found.filter((key) => wanted.has(key)).length;
    both += found.length + wanted.size;
  }
  return Math.round((1000 * right) / Math.max(1, both)) / 1000;
}

function keys(beads: readonly Bead[]): readonly string[] {
  return beads
    .filter(({ source, target }) => source.length > 0 && target.length > 0)
    .map(({ source, target }) => `${source.join(' ')}|${target.join(' ')}`);
}

function beadsOf(source: readonly string[], target: readonly string[], options: AlignmentOptions): readonly Bead[] {
  const result = align(source, target, options);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.value.beads;
}

/** One text of all cases, one after the other and over again, up to `units`. */
function cost(units: number): readonly Figure[] {
  const all = goldCases();
  const [source, target]: [string[], string[]] = [[], []];
  for (let at = 0; source.length < units; at++) {
    const { source: own, target: other } = all[at % all.length] as GoldCase;
    source.push(...own);
    target.push(...other);
  }
  const options = { names: names() };
  const started = performance.now();
  const cpu = process.cpuUsage();
  beadsOf(source.slice(0, units), target.slice(0, units), options);
  const used = process.cpuUsage(cpu);
  return [
    { name: `align ${units} × ${units} units, first run`, value: performance.now() - started, unit: 'ms' },
    { name: 'of which the processor', value: (used.user + used.system) / 1000, unit: 'ms' },
    { name: 'memory of the process at most', value: process.resourceUsage().maxRSS / 1024, unit: 'MB' },
  ];
}

import { readFileSync } from 'node:fs';
import type { Knowledge } from '../../shared/alignment/evidence/partners.ts';
import { learn } from '../../shared/alignment/learning/learn.ts';
import { learnedLexicon } from '../../shared/alignment/learning/learned.ts';
import { suggestLinks } from '../../shared/alignment/words/suggest.ts';
import { builtInGazetteer } from '../../shared/names/gazetteer/gazetteer.ts';
import { nameLexicon } from '../../shared/names/lexicon/name-lexicon.ts';
import { emptyRegistry } from '../../shared/names/registry/registry.ts';
import { memoryPairs } from './data.ts';
import type { Figure } from './figure.ts';

interface Gold {
  readonly source: string;
  readonly target: string;
  readonly sure: readonly (readonly [number, number])[];
  readonly possible: readonly (readonly [number, number])[];
}

/** A suggested link: how likely it is said to be, and whether the reference has it. */
interface Judged {
  readonly score: number;
  readonly isRight: boolean;
  readonly isSure: boolean;
}

/** Points of the curve: links of at least this score. */
const curve = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

const gold = 'tests/fixtures/reference/gold-word-links.json';

/** Suggested word links on the sample: precision against all links of the reference, recall of its sure ones, from a project
 *  that has learned nothing and from one with a memory; with the curve over the score. */
export async function measure(): Promise<readonly Figure[]> {
  const { segments } = JSON.parse(readFileSync(gold, 'utf8')) as { segments: readonly Gold[] };
  const sure = segments.reduce((sum, segment) => sum + segment.sure.length, 0);
  const names = nameLexicon(emptyRegistry, builtInGazetteer());
  const pairs = memoryPairs();
  const steps: readonly (readonly [string, Knowledge])[] = [
    ['from nothing', { names }],
    ...(pairs.length > 0 ? [['after learning', { names, learned: learnedLexicon(learn(pairs)) }] as const] : []),
  ];
  const share = (part: number, of: number) => Math.round((1000 * part) / Math.max(1, of)) / 1000;
  return steps.flatMap(([step, knowledge]) => {
    const judged = segments.flatMap((segment) => judge(segment, knowledge));
    return curve.flatMap((least): readonly Figure[] => {
      const taken = judged.filter(({ score }) => score >= least);
      const [right, found] = [taken.filter(({ isRight }) => isRight), taken.filter(({ isSure }) => isSure)];
      const name = `${step}, score ≥ ${least}`;
      return [
        { name: `${name}: links`, value: taken.length, unit: 'links' },
        { name: `${name}: right`, value: share(right.length, taken.length), unit: 'precision' },
        { name: `${name}: sure links found`, value: share(found.length, sure), unit: 'recall' },
      ];
    });
  });
}

function judge({ source, target, sure, possible }: Gold, knowledge: Knowledge): readonly Judged[] {
  const isSure = new Set(sure.map(String));
  const isPossible = new Set(possible.map(String));
  return suggestLinks(source, target, knowledge).links.map(({ source: word, target: other, score }) => {
    const key = `${word},${other}`;
    return { score, isRight: isSure.has(key) || isPossible.has(key), isSure: isSure.has(key) };
  });
}

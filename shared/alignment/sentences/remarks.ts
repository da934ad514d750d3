import type { Problem } from '../../core/problem.ts';
import { foldKey } from '../../language/characters/fold.ts';
import type { TextLanguage } from '../forms/language-of.ts';
import type { ScoredBead } from './bead.ts';

/** One side may have so many times the units of the other before it is remarked. */
const UNEVEN = 3;

/** The share of units that stand on both sides from which two texts are called the same. */
const SAME = 0.5;

/** Below this average score, two texts may not be translations of each other. */
const DOUBTFUL = 0.4;

const names = { source: 'Persian', target: 'English' } as const;

/** What a person should know of two texts before their alignment, each with a rule that the interface translates. */
export function inputRemarks(
  source: readonly string[],
  target: readonly string[],
  languages: { readonly source: TextLanguage; readonly target: TextLanguage },
): readonly Problem[] {
  const remarks: Problem[] = [];
  const say = (rule: string, message: string, values: Problem['values'] = {}) =>
    remarks.push({ rule, message, values });
  const [sources, targets] = [source.length, target.length];
  if (sources === 0 || targets === 0) {
    const side = sources === 0 ? 'source' : 'target';
    say(
      sources + targets === 0 ? 'alignment-both-empty' : 'alignment-side-empty',
      sources + targets === 0
        ? 'Both sides are empty: there is nothing to align.'
        : `The ${names[side]} side is empty: every unit of the other side stands alone.`,
      { side, source: sources, target: targets },
    );
    return remarks;
  }
  if (languages.source === 'en' && languages.target === 'fa') {
    say(
      'alignment-swapped',
      'The sides seem exchanged: the first text is English and the second one Persian. They were aligned as they are.',
    );
  } else {
    for (const [side, expected] of [
      ['source', 'fa'],
      ['target', 'en'],
    ] as const) {
      const found = languages[side];
      if (found === expected) continue;
      say(
        'alignment-language',
        `The text of the ${names[side]} side does not read as ${names[side]}. Its words tell less, so check the result.`,
        { side, expected, found },
      );
    }
  }
  if (sources > targets * UNEVEN || targets > sources * UNEVEN) {
    say(
      'alignment-uneven',
      `One side has ${sources} units, the other one ${targets}: many will stand alone. Check that both are the whole text and cut into sentences alike.`,
      { source: sources, target: targets },
    );
  }
  const share = sharedUnits(source, target);
  if (share >= SAME) {
    say('alignment-same-text', 'Both sides are largely the same text. Check that one of them is the translation.', {
      percent: Math.round(share * 100),
    });
  }
  return remarks;
}

/** What a person should know of the result. */
export function resultRemarks(beads: readonly ScoredBead[]): readonly Problem[] {
  const joined = beads.filter(({ source, target, fixed }) => source.length > 0 && target.length > 0 && !fixed);
  const units = beads.filter(({ fixed }) => !fixed).length;
  const sides = [beads.some(({ source }) => source.length > 0), beads.some(({ target }) => target.length > 0)];
  if (units === 0 || sides.includes(false)) return [];
  const mean = joined.reduce((sum, { score }) => sum + score, 0) / units;
  if (mean >= DOUBTFUL) return [];
  return [
    {
      rule: 'alignment-doubtful',
      message: 'Little in the two texts corresponds. They may not be translations of each other.',
      values: { percent: Math.round(mean * 100) },
    },
  ];
}

/** The share of the units of the shorter side that the other one has word for word. */
function sharedUnits(source: readonly string[], target: readonly string[]): number {
  const keys = (units: readonly string[]) => new Set(units.map((unit) => foldKey(unit, 'tight')).filter(Boolean));
  const [mine, other] = [keys(source), keys(target)];
  const shared = [...mine].filter((key) => other.has(key)).length;
  return shared / Math.max(1, Math.min(mine.size, other.size));
}

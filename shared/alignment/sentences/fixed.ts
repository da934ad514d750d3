import type { Problem } from '../../core/problem.ts';
import type { Bead } from './bead.ts';
import { heaviestChain } from './chain.ts';
import type { Stretch } from './stretch.ts';

/** What is wrong with fixed beads: a unit that is not there, stands twice, or a bead without any. */
export function fixedProblems(fixed: readonly Bead[], sources: number, targets: number): readonly Problem[] {
  const seen = { source: new Set<number>(), target: new Set<number>() };
  const counts = { source: sources, target: targets };
  return fixed.flatMap((bead, index) => {
    const problems: Problem[] = [];
    const say = (rule: string, message: string, values: Problem['values'] = {}) =>
      problems.push({ rule, message, element: String(index), values: { bead: index, ...values } });
    if (bead.source.length + bead.target.length === 0) {
      say('fixed-bead-empty', `Fixed bead ${index} has no unit. Leave it out, or name the units that belong together.`);
    }
    for (const side of ['source', 'target'] as const) {
      for (const unit of bead[side]) {
        if (!Number.isInteger(unit) || unit < 0 || unit >= counts[side]) {
          say(
            'fixed-unit-outside',
            `Fixed bead ${index} names ${side} unit ${unit}, but there are ${counts[side]}. Count from 0.`,
            { side, unit, count: counts[side] },
          );
        } else if (seen[side].has(unit)) {
          say(
            'fixed-unit-twice',
            `Fixed bead ${index} names ${side} unit ${unit}, which stands in a fixed bead already. Each unit belongs to one bead.`,
            { side, unit },
          );
        }
        seen[side].add(unit);
      }
    }
    return problems;
  });
}

/** What is left to align around `fixed`, in order. Beads of both sides whose units follow on each other part the texts; those
 *  that cross others, or have an empty side, only take their units out. */
export function stretchesBetween(fixed: readonly Bead[], sources: number, targets: number): readonly Stretch[] {
  const taken = { source: new Set<number>(), target: new Set<number>() };
  for (const { source, target } of fixed) {
    for (const unit of source) taken.source.add(unit);
    for (const unit of target) taken.target.add(unit);
  }
  const parting = fixed
    .filter(({ source, target }) => isRun(source) && isRun(target))
    .map(({ source, target }) => ({
      source: Math.min(...source),
      target: Math.min(...target),
      after: { source: Math.max(...source) + 1, target: Math.max(...target) + 1 },
      weight: 1,
    }));
  let from = { source: 0, target: 0 };
  const stretches: Stretch[] = [];
  const free = (side: 'source' | 'target', first: number, end: number) =>
    Array.from({ length: end - first }, (_, at) => first + at).filter((unit) => !taken[side].has(unit));
  const end = { source: sources, target: targets, after: { source: sources, target: targets } };
  for (const { source, target, after } of [...heaviestChain(parting, targets), end]) {
    const stretch = { source: free('source', from.source, source), target: free('target', from.target, target) };
    if (stretch.source.length + stretch.target.length > 0) stretches.push(stretch);
    from = after;
  }
  return stretches;
}

/** True for one unit or several that follow on each other. */
function isRun(units: readonly number[]): boolean {
  return units.length > 0 && Math.max(...units) - Math.min(...units) === units.length - 1;
}

import type { Found } from '../index/memory-index.ts';
import type { LinkedNames } from '../score/names.ts';
import { type Scored, scored } from '../score/score.ts';

/** A unit of a memory: Persian and its English. */
export interface MemoryUnit {
  readonly number: number;
  readonly source: string;
  readonly target: string;
}

/** A unit with how well it fits. */
export interface Match<Unit extends MemoryUnit = MemoryUnit> extends Scored {
  readonly unit: Unit;
}

/** The matches of `query` among what the index has found, best first; of those that say the same in both languages, one. `unitOf` gives
 *  `undefined` for a unit that is no more, `namesOf` the linked names of both texts. What the index took for alike and is not is scored as any other, if it is like enough. */
export function matchesOf<Unit extends MemoryUnit>(
  query: string,
  { alike, hits }: Found,
  unitOf: (number: number) => Unit | undefined,
  least = 0.5,
  namesOf: (unit: Unit) => LinkedNames | null = () => null,
): readonly Match<Unit>[] {
  const sure = new Map(hits.map(({ number, likeness }) => [number, likeness]));
  const numbers = new Set([...alike, ...sure.keys()]);
  const seen = new Set<string>();
  const matches: Match<Unit>[] = [];
  for (const number of numbers) {
    const unit = unitOf(number);
    if (unit === undefined) continue;
    const said = `${unit.source}\u0000${unit.target}`;
    if (seen.has(said)) continue;
    seen.add(said);
    const match = scored(query, unit.source, unit.target, sure.get(number), namesOf(unit) ?? undefined);
    const isLike = sure.has(number) || match.kind !== 'fuzzy' || match.score >= least * 100;
    if (isLike) matches.push({ ...match, unit });
  }
  return matches.sort((a, b) => b.score - a.score || b.unit.number - a.unit.number);
}

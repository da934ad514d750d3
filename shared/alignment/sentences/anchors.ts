import type { Partners } from '../evidence/partners.ts';
import type { Sign } from '../evidence/sign.ts';
import type { Anchor } from './band.ts';
import { heaviestChain, type Weighted } from './chain.ts';

/** A sign in more units than this tells nothing of where a unit belongs. */
const RARE = 8;

/** How many places each unit may have, and what one has to weigh at least. */
const PLACES = 3;
const LIGHTEST = 2;

/** The heaviest chain of unit pairs that share rare words, ascending on both sides. `sources` and `targets` are the numbers
 *  of the units in `partners`; anchors are places in these lists. */
export function anchorsOf(
  partners: Partners,
  sources: readonly number[],
  targets: readonly number[],
): readonly Anchor[] {
  return heaviestChain(candidates(partners, sources, targets), targets.length);
}

function candidates(partners: Partners, sources: readonly number[], targets: readonly number[]): readonly Weighted[] {
  const places = placesOfSigns(targets.map((unit) => partners.english[unit] ?? []));
  const frequency = placesOfSigns(sources.map((unit) => partners.persian[unit] ?? []));
  const rarity = (units: readonly number[], all: number) => Math.log(1 + all / units.length);
  return sources.flatMap((unit, source) => {
    const votes = new Map<number, number>();
    for (const sign of new Set((partners.persian[unit] ?? []).map(({ sign }) => sign))) {
      const own = frequency.get(sign) ?? [];
      if (own.length > RARE) continue;
      const { signs, chances } = partners.lists[sign] ?? { signs: [], chances: [] };
      signs.forEach((partner, at) => {
        const stands = places.get(partner) ?? [];
        if (stands.length === 0 || stands.length > RARE) return;
        const weight = ((chances[at] ?? 0) * (rarity(own, sources.length) + rarity(stands, targets.length))) / 2;
        for (const target of stands) votes.set(target, (votes.get(target) ?? 0) + weight);
      });
    }
    return [...votes]
      .filter(([, weight]) => weight >= LIGHTEST)
      .sort(([a, weightOfA], [b, weightOfB]) => weightOfB - weightOfA || a - b)
      .slice(0, PLACES)
      .map(([target, weight]) => ({ source, target, weight }));
  });
}

function placesOfSigns(units: readonly (readonly Sign[])[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  units.forEach((signs, unit) => {
    for (const { sign } of signs) {
      const stands = places.get(sign);
      if (stands === undefined) places.set(sign, [unit]);
      else if (stands.at(-1) !== unit) stands.push(unit);
    }
  });
  return places;
}

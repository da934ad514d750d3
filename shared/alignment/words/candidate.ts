import { findPartners, type Knowledge, type Reason } from '../evidence/partners.ts';
import type { Side } from '../evidence/side.ts';
import { functionGlosses } from './function-glosses.ts';

/** Words `[from, to)` of a unit. */
type Place = readonly [from: number, to: number];

/** Words of both sides that may be linked. */
export interface Candidate {
  readonly source: Place;
  readonly target: Place;
  /** 0…1: how likely by itself, wherever the words stand. */
  readonly score: number;
  readonly reason: Reason | 'small';
  /** True for a small word that tells nothing but beside other links. */
  readonly isAttached: boolean;
}

/** How likely a link is by its reason; what is learned and what sounds alike has a chance of its own. */
const scores: Readonly<Record<Reason, (chance: number) => number>> = {
  number: (chance) => (chance > 0.5 ? 0.97 : 0.7),
  same: () => 0.95,
  name: () => 0.93,
  word: () => 0.85,
  learned: (chance) => 0.35 + 0.6 * chance,
  sound: (chance) => 0.4 + 0.6 * chance,
};

const SMALL = { meaningful: 0.75, attached: 0.6 };

/** All links that may be made between one unit of each side. */
export function linkCandidates(source: Side, target: Side, knowledge: Knowledge): readonly Candidate[] {
  const { persian, english, lists } = findPartners(source, target, knowledge);
  const bySign = new Map<number, Place[]>();
  for (const { sign, from, to } of english[0] ?? []) bySign.set(sign, [...(bySign.get(sign) ?? []), [from, to]]);
  const [sourceWords, targetWords] = [source.units[0]?.words.length ?? 1, target.units[0]?.words.length ?? 1];
  const content = (persian[0] ?? []).flatMap(({ sign, from, to }) => {
    const list = lists[sign];
    return (list?.signs ?? []).flatMap((partner, at) => {
      const reason = list?.reasons[at] ?? 'word';
      const score = scores[reason](list?.chances[at] ?? 0);
      return nearest(bySign.get(partner) ?? [], from / sourceWords, targetWords).map(
        (words): Candidate => ({ source: [from, to], target: words, score, reason, isAttached: false }),
      );
    });
  });
  return [...content, ...smallWords(source, target)];
}

/** A word that stands very often in a unit is looked at in so many places. */
const PLACES = 6;

/** Of `places` those that are nearest to the same part of the other text. */
function nearest(places: readonly Place[], part: number, words: number): readonly Place[] {
  if (places.length <= PLACES) return places;
  const far = ([from]: Place) => Math.abs(from / words - part);
  return places.toSorted((a, b) => far(a) - far(b) || a[0] - b[0]).slice(0, PLACES);
}

function smallWords(source: Side, target: Side): readonly Candidate[] {
  const places = new Map<string, number[]>();
  (target.units[0]?.words ?? new Int32Array()).forEach((word, at) => {
    const stem = target.words[word]?.stem ?? '';
    places.set(stem, [...(places.get(stem) ?? []), at]);
  });
  return Array.from(source.units[0]?.words ?? []).flatMap((word, from) =>
    (functionGlosses.get(source.words[word]?.key ?? '') ?? []).flatMap(({ stem, isMeaningful }) =>
      nearest(
        (places.get(stem) ?? []).map((at) => [at, at + 1] as const),
        from / (source.units[0]?.words.length ?? 1),
        target.units[0]?.words.length ?? 1,
      ).map(
        ([at]): Candidate => ({
          source: [from, from + 1],
          target: [at, at + 1],
          score: isMeaningful ? SMALL.meaningful : SMALL.attached,
          reason: 'small',
          isAttached: !isMeaningful,
        }),
      ),
    ),
  );
}

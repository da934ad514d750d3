import type { Taken } from '../../core/taken.ts';

/** What a rendering was taken from as named texts, for formats of properties: `match-score` (left out for a machine), `match-from`,
 *  `match-at` in ISO 8601, and `match-print`. */
export function takenFacts(taken: Taken | undefined): readonly (readonly [name: TakenFact, value: string])[] {
  if (taken === undefined) return [];
  const { score, from, at, print } = taken;
  return [
    ...(score === null ? [] : [['match-score', String(score)] as const]),
    ['match-from', from],
    ['match-at', new Date(at).toISOString()],
    ['match-print', print],
  ];
}

export const takenFactNames = ['match-score', 'match-from', 'match-at', 'match-print'] as const;
type TakenFact = (typeof takenFactNames)[number];

/** The other way round; nothing where they do not say when, or where a score is none. */
export function toldTaken(facts: ReadonlyMap<string, string>): Taken | undefined {
  const told = facts.get('match-score');
  const at = Date.parse(facts.get('match-at') ?? '');
  return readTaken({
    score: told === undefined ? null : Number(told || Number.NaN),
    from: facts.get('match-from') ?? '',
    at,
    print: facts.get('match-print') ?? '',
  });
}

/** The last time that a date can be of (ECMA-262, 21.4.1.1). */
const LAST_TIME = 8.64e15;

/** `told` if a document may hold it. */
export function readTaken(told: Taken): Taken | undefined {
  const { score, from, at, print } = told;
  const isScore = score === null || (score >= 0 && score <= 102);
  return isScore &&
    Number.isSafeInteger(at) &&
    at >= 0 &&
    at <= LAST_TIME &&
    from.length <= 1_000 &&
    /^[-0-9a-f]{1,64}$/.test(print)
    ? told
    : undefined;
}

import type { Span } from './span.ts';

/** Why a match counts for less than its texts say: it was made by a machine, aligned by one and not confirmed, nobody has reviewed it while
 *  another one for the same text is reviewed, it says a name otherwise than the record of its entity does since, or its memory is set to count
 *  for less. */
export const penaltyReasons = ['machine', 'aligned', 'unreviewed', 'older', 'memory'] as const;
export type PenaltyReason = (typeof penaltyReasons)[number];

export interface Penalty {
  readonly reason: PenaltyReason;
  readonly points: number;
}

/** Points off for what a unit is. */
export const penaltyPoints = { machine: 4, aligned: 2, unreviewed: 1, older: 3 } as const;

/** Where a unit comes from. */
export interface MatchOrigin {
  readonly memory: string;
  /** The name of an imported memory; `''` for that of the project. */
  readonly name: string;
  readonly number: number;
  readonly document: string | null;
  readonly title: string | null;
  readonly segment: string | null;
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly isReviewed: boolean;
}

/** A unit of a memory that is like a text, as it is told to the client. */
export interface MemoryMatch {
  /** 101 and 102 between the same neighbours, 100 the same, 99 with numbers, dates and names replaced, 95–98 typed otherwise, below by words; less the penalties. */
  readonly score: number;
  readonly kind: 'context' | 'exact' | 'substituted' | 'near' | 'fuzzy';
  readonly penalties: readonly Penalty[];
  readonly source: string;
  /** What is inserted. */
  readonly target: string;
  /** Where numbers, dates and names were replaced in it. */
  readonly replaced: readonly Span[];
  /** Where it has the English of mentions of the segment that it is for. */
  readonly names: readonly (Span & { readonly mention: string })[];
  readonly origin: MatchOrigin;
  /** True where the same text has several renderings at 100 and above. */
  readonly isAmbiguous: boolean;
}

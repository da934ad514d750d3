/** A source unit or several with the target units that say the same. A side may be empty; units have their numbers. */
export interface Bead {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** A bead that the aligner gives. */
export interface ScoredBead extends Bead {
  /** 0…1: how likely the bead is right as a whole. */
  readonly score: number;
  /** True for one that was given as fixed; its score is 1. */
  readonly fixed: boolean;
}

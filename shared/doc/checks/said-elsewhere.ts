import type { TextPair } from '../../checks/pair/rule.ts';

/** How another document of the project says what this one has too. */
export interface SaidElsewhere extends TextPair {
  /** True where the other document comes before this one: of renderings that are as many, the first is the usual one, so that of two
   *  documents which disagree one is told. */
  readonly isBefore: boolean;
}

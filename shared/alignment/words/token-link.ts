/** A link of one source word with one word of its rendering, by their numbers in the lists of tokens. */
export interface TokenLink {
  readonly source: number;
  readonly target: number;
  readonly sure: boolean;
  /** 0…1: how likely it is right. */
  readonly score: number;
}

/** A stretch of words of a unit that has partners: its words `[from, to)`, and the number of the word or phrase that it is. */
export interface Sign {
  readonly sign: number;
  readonly from: number;
  readonly to: number;
}

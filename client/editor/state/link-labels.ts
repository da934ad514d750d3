/** The words of link mode, in the language of the interface. */
export interface LinkLabels {
  /** The name of the row of keys at the foot of the text. */
  readonly keys: string;
  readonly pick: string;
  readonly join: string;
  readonly sure: string;
  readonly possible: string;
  readonly apart: string;
  readonly open: string;
  readonly side: string;
  readonly leave: string;
  /** Accepts what is suggested, so many. */
  accept(count: number): string;
  readonly entered: string;
  readonly left: string;
  readonly picked: string;
  readonly notPicked: string;
  /** A word has these partners, which follow. */
  readonly linkedWith: string;
  readonly possiblyWith: string;
  readonly suggestedWith: string;
  readonly staleWith: string;
  readonly notLinked: string;
  /** What was done. */
  readonly joined: string;
  readonly saidSure: string;
  readonly saidPossible: string;
  readonly takenApart: string;
  accepted(count: number): string;
}

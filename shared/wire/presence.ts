/** Where somebody writes: a segment, and an offset of its rendering in UTF-16 units. */
export interface CaretPlace {
  readonly segment: string;
  readonly offset: number;
}

/** Somebody else who has a document open. */
export interface Companion {
  /** Id of the tab. */
  readonly client: string;
  /** What the person wants to be called; `''` where nobody has said it. */
  readonly name: string;
  /** `null` until the caret was somewhere. */
  readonly caret: CaretPlace | null;
}

/** Who else has a document open now, in the order in which they came. */
export interface Company {
  readonly people: readonly Companion[];
}

/** How far an act over many documents went; of one that was taken back, what came back and what did not. */
export interface Reach {
  readonly mentions: number;
  readonly documents: number;
  /** Mentions that stayed when it was taken back, since somebody had changed them. */
  readonly left: number;
}

/** The reach of an act with these outcomes, one for each piece, of whatever kind. */
export function reachOf(outcomes: readonly unknown[]): Reach {
  const reaches = outcomes.map(reachOfPiece);
  return {
    mentions: reaches.reduce((sum, one) => sum + one.mentions, 0),
    documents: reaches.reduce((sum, one) => sum + one.documents, 0),
    left: reaches.reduce((sum, one) => sum + one.left, 0),
  };
}

function reachOfPiece(outcome: unknown): Reach {
  const { moved, late = [], written, taken, left = 0 } = (outcome ?? {}) as Outcome;
  const each = [
    moved?.length ?? 0,
    ...late.map((one) => one.moved.length),
    written ?? 0,
    taken === undefined ? 0 : taken + left,
  ];
  const mentions = each.reduce((sum, one) => sum + one, 0);
  return { mentions, documents: each.filter((one) => one > 0).length, left: taken === undefined ? 0 : left };
}

interface Outcome {
  readonly moved?: readonly unknown[];
  readonly late?: readonly { readonly moved: readonly unknown[] }[];
  readonly written?: number;
  readonly taken?: number;
  readonly left?: number;
}

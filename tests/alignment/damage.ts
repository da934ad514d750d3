import type { Bead } from '../../shared/alignment/sentences/bead.ts';

/** A sentence with its English. */
export interface Pair {
  readonly source: string;
  readonly target: string;
}

/** Two texts that are no longer cut alike, with the beads that are right. */
export interface Damaged {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly gold: readonly Bead[];
}

/** How often neighbours become one unit on a side, and how often a unit is missing there. */
export interface Damage {
  readonly merged: number;
  readonly missing: number;
}

/** Merges neighbours and leaves units out on either side; `random` gives numbers 0…1. */
export function damaged(pairs: readonly Pair[], { merged, missing }: Damage, random: () => number): Damaged {
  const source: string[] = [];
  const target: string[] = [];
  const gold: Bead[] = [];
  for (let at = 0; at < pairs.length; ) {
    const pair = pairs[at] as Pair;
    const next = pairs[at + 1];
    const luck = random();
    if (luck < missing) {
      target.push(pair.target);
      gold.push({ source: [], target: [target.length - 1] });
      at += 1;
    } else if (luck < 2 * missing) {
      source.push(pair.source);
      gold.push({ source: [source.length - 1], target: [] });
      at += 1;
    } else if (luck < 2 * missing + merged && next) {
      source.push(pair.source, next.source);
      target.push(`${pair.target} ${next.target}`);
      gold.push({ source: [source.length - 2, source.length - 1], target: [target.length - 1] });
      at += 2;
    } else if (luck < 2 * missing + 2 * merged && next) {
      source.push(`${pair.source} ${next.source}`);
      target.push(pair.target, next.target);
      gold.push({ source: [source.length - 1], target: [target.length - 2, target.length - 1] });
      at += 2;
    } else {
      source.push(pair.source);
      target.push(pair.target);
      gold.push({ source: [source.length - 1], target: [target.length - 1] });
      at += 1;
    }
  }
  return { source, target, gold };
}

/** Numbers 0…1 that look random and are the same each time. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Strict F1 over beads with both sides. */
export function strictF1(found: readonly Bead[], gold: readonly Bead[]): number {
  const keys = (beads: readonly Bead[]) =>
    beads
      .filter(({ source, target }) => source.length > 0 && target.length > 0)
      .map(({ source, target }) => `${source.join(' ')}|${target.join(' ')}`);
  const wanted = new Set(keys(gold));
  const got = keys(found);
  return (2 * got.filter((key) => wanted.has(key)).length) / Math.max(1, wanted.size + got.length);
}

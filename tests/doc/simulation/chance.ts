/** Chance that can be had again: the same seed gives the same choices. */
export interface Chance {
  /** An integer from 0 up to, not including, `below`. */
  below(below: number): number;
  /** True once in `times`. */
  once(times: number): boolean;
  /** One of `choices`, `undefined` of none. */
  of<T>(choices: readonly T[]): T | undefined;
  /** One of the keys of `weights`, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to pick edits with. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    once: (times) => below(times) === 0,
    of: (choices) => choices[below(choices.length)],
    weighted(weights) {
      const entries = Object.entries<number>(weights);
      let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => {
        rest -= weight;
        return rest < 0;
      });
      return (found ?? entries[0])?.[0] as never;
    },
  };
}

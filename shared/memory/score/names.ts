import type { Span } from '../../core/span.ts';
import type { Swap } from './swap.ts';

/** A name of a text that matches are wanted for, linked with an entity. Offsets are of that text. */
export interface WantedName extends Span {
  /** Id of its mention. */
  readonly mention: string;
  readonly entity: string;
  /** What the entity is to be called in English; `''` while nobody has said it. */
  readonly english: string;
}

/** A name of a unit, linked with an entity; `english` is where it stands in the rendering. */
export interface KnownName extends Span {
  readonly entity: string;
  readonly english: Span | null;
}

/** The linked names of a text and of a unit, none within another, in their order. */
export interface LinkedNames {
  readonly wanted: readonly WantedName[];
  readonly known: readonly KnownName[];
}

/** How the names of `query` come into a unit: in place of its own, in their order, each by the agreed name of its entity; one of the same
 *  entity keeps its English. None where the texts have not as many, or where one has no English. */
export function nameSwaps(query: string, source: string, target: string, names: LinkedNames): readonly Swap[] {
  const { wanted, known } = names;
  if (known.length === 0 || wanted.length !== known.length) return [];
  const swaps: Swap[] = [];
  for (const [at, old] of known.entries()) {
    const fresh = wanted[at];
    if (fresh === undefined || old.english === null || old.to > source.length || old.english.to > target.length)
      return [];
    const there = target.slice(old.english.from, old.english.to);
    const english = fresh.entity === old.entity ? there : fresh.english;
    if (english === '') return [];
    swaps.push({
      source: { from: old.from, to: old.to, text: query.slice(fresh.from, fresh.to) },
      target: { from: old.english.from, to: old.english.to, text: english, mention: fresh.mention },
    });
  }
  return swaps;
}

import { slice } from '../../../shared/core/span.ts';
import type { Answers } from '../../platform/server.ts';

export type Occurrence = Answers['entity']['concordance'][number];

/** The mentions of an entity that have one English. */
export interface Rendered {
  /** How it reads; `null` for those that wait for their English. */
  readonly rendering: string | null;
  readonly occurrences: readonly Occurrence[];
}

/** Mentions by how they were rendered, letter by letter: the commonest rendering first, those without one last. */
export function byRendering(occurrences: readonly Occurrence[]): readonly Rendered[] {
  const groups = new Map<string | null, Occurrence[]>();
  for (const one of occurrences) {
    const rendering = one.rendering && slice(one.en, one.rendering);
    groups.set(rendering, [...(groups.get(rendering) ?? []), one]);
  }
  return [...groups]
    .map(([rendering, own]) => ({ rendering, occurrences: own }))
    .sort(
      (a, b) =>
        Number(a.rendering === null) - Number(b.rendering === null) || b.occurrences.length - a.occurrences.length,
    );
}

import type { Span } from '../../core/span.ts';
import { namedText, nameIndex } from '../entity/name-index.ts';
import { canStandTogether, type LabelledSpan } from './nesting.ts';

/** Finds the places of a text where a name stands, in any spelling and as whole words, in order. Left out are places that
 *  one of the mentions `marked` covers already, crosses, or holds without being allowed to: «اسلامی» is not repeated
 *  inside «سازمان همکاری اسلامی». */
export type Repeats = (text: string, marked: readonly LabelledSpan[]) => readonly Span[];

/** Finds the places of a name that somebody has marked as `label`. */
export function repeatsOf(surface: string, label: string): Repeats {
  const index = nameIndex([surface], (name) => name);
  return (text, marked) =>
    index
      .in(namedText(text))
      .map(({ from, to }) => ({ from, to }))
      .filter((place) => marked.every((other) => canStandTogether({ ...place, label }, other)));
}

import { compareSpans } from '../../shared/core/nesting.ts';
import type { Span } from '../../shared/core/span.ts';
import { tokens } from '../../shared/language/words/token.ts';
import { mentions, sentences } from '../names/reference.ts';

interface Place extends Span {
  readonly text: string;
}

/** A mention of the reference; its offsets count in the two texts of its unit. */
export interface NamedPlace {
  readonly label: string;
  readonly fa: Place;
  readonly en: Place;
}

/** A unit of the sample with its mentions in the order of the Persian, an outer one first. */
export interface NamedUnit {
  readonly fa: string;
  readonly en: string;
  readonly names: readonly NamedPlace[];
}

/** The 23 units of the sample with their 49 mentions. */
export const namedUnits: readonly NamedUnit[] = sentences.map(({ source, target, mentions: own }) => {
  const names = own.map(({ id, label, from, to }) => {
    const english = mentions.find((mention) => mention.id === id)?.english;
    if (!english) throw new Error(`${id} has no English`);
    return {
      label,
      fa: { from, to, text: source.slice(from, to) },
      en: { ...english, text: target.slice(english.from, english.to) },
    };
  });
  return { fa: source, en: target, names: names.sort((a, b) => compareSpans(a.fa, b.fa)) };
});

/** How many words of `text` stand before `span`, and how many it covers. */
export function wordsAt(text: string, span: Span): { readonly before: number; readonly covered: number } {
  const words = tokens(text);
  return {
    before: words.filter(({ to }) => to <= span.from).length,
    covered: words.filter(({ from, to }) => from < span.to && to > span.from).length,
  };
}

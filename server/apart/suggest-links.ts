import { suggestLinks } from '../../shared/alignment/words/suggest.ts';
import type { Span } from '../../shared/core/span.ts';
import { type Known, knowledgeOf } from './known.ts';
import type { Task } from './task.ts';

/** Sentences whose words are to be linked. */
export interface LinksOrder {
  readonly sentences: readonly { readonly fa: string; readonly en: string }[];
  readonly known: Known;
}

/** A link that is suggested; ranges count in the two sentences. */
export interface SuggestedLink {
  readonly fa: Span;
  readonly en: Span;
  readonly sure: boolean;
}

/** The links that are suggested for each sentence, in order. */
export const suggestLinksTask: Task<LinksOrder, readonly (readonly SuggestedLink[])[]> = async (
  { sentences, known },
  { progress },
) => {
  const knowledge = knowledgeOf(known);
  return sentences.map(({ fa, en }, index) => {
    progress(index / sentences.length);
    const { sourceTokens, targetTokens, links } = suggestLinks(fa, en, knowledge);
    return links.flatMap(({ source, target, sure }): readonly SuggestedLink[] => {
      const [one, other] = [sourceTokens[source], targetTokens[target]];
      return one && other ? [{ fa: spanOf(one), en: spanOf(other), sure }] : [];
    });
  });
};

function spanOf({ from, to }: Span): Span {
  return { from, to };
}

import type { Node } from 'prosemirror-model';
import type { Knowledge } from '../../../shared/alignment/evidence/partners.ts';
import { type LearnedTable, learnedLexicon } from '../../../shared/alignment/learning/learned.ts';
import { suggestLinks } from '../../../shared/alignment/words/suggest.ts';
import { type Link, segmentAttrs } from '../../../shared/doc/model/schema.ts';
import type { Gazetteer } from '../../../shared/names/gazetteer/gazetteer.ts';
import { nameLexicon } from '../../../shared/names/lexicon/name-lexicon.ts';
import type { Registry } from '../../../shared/names/registry/registry.ts';
import type { LinkSuggester } from '../../editor/links/link-state.ts';

/** Suggests links from the names of the project, what it has learned, and the built-in words; once for each segment as it is. */
export function linkSuggester(
  source: string,
  { registry, gazetteer, learned }: { registry: Registry; gazetteer: Gazetteer; learned: LearnedTable },
): LinkSuggester {
  let knowledge: Knowledge | null = null;
  const made = new WeakMap<Node, readonly Link[]>();
  return (segment) => {
    const known = made.get(segment);
    if (known) return known;
    knowledge ??= { names: nameLexicon(registry, gazetteer), learned: learnedLexicon(learned) };
    const { from, to } = segmentAttrs(segment);
    const { sourceTokens, targetTokens, links } = suggestLinks(source.slice(from, to), segment.textContent, knowledge);
    const found = links.flatMap((link): readonly Link[] => {
      const [fa, en] = [sourceTokens[link.source], targetTokens[link.target]];
      if (!fa || !en) return [];
      return [{ source: { from: from + fa.from, to: from + fa.to }, rendering: en, sure: link.sure }];
    });
    made.set(segment, found);
    return found;
  };
}

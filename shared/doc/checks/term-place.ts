import type { Node } from 'prosemirror-model';
import { overlap, type Span } from '../../core/span.ts';
import { foldKey } from '../../language/characters/fold.ts';
import { tokens } from '../../language/words/token.ts';
import type { Glossary } from '../../terms/glossary.ts';
import { segmentLinks } from '../model/links.ts';
import { segmentAttrs } from '../model/schema.ts';

/** The English that stands for the term at `hit`, a range of the Persian of a segment, and that the wanted term may replace: each word of it
 *  is linked for sure, and nothing else to the one stretch that they have. `null` where the term stands there twice, or in another form
 *  than its own, for nobody can inflect the English for sure. */
export function termPlace(node: Node, persian: string, hit: Span, glossary: Glossary): Span | null {
  const term = glossary.find(persian).find(({ from, to }) => from === hit.from && to === hit.to)?.term;
  if (term === undefined || glossary.find(persian).filter((other) => other.term === term).length > 1) return null;
  const words = persian.slice(hit.from, hit.to);
  if (foldKey(words, 'search') !== foldKey(term.fa, 'search')) return null;
  const start = segmentAttrs(node).from;
  const { current } = segmentLinks(node);
  const [from, to] = [start + hit.from, start + hit.to];
  const own = current.filter(({ source }) => source.from < to && from < source.to);
  const isWhole = tokens(words).every((word) =>
    own.some(({ source }) => source.from <= from + word.from && from + word.to <= source.to),
  );
  if (own.length === 0 || !isWhole || own.some(({ sure, source }) => !sure || source.from < from || source.to > to))
    return null;
  const there = {
    from: Math.min(...own.map(({ rendering }) => rendering.from)),
    to: Math.max(...own.map(({ rendering }) => rendering.to)),
  };
  const isShared = current.some((link) => !own.includes(link) && overlap(link.rendering, there));
  const text = node.textContent;
  const isOne = tokens(text)
    .filter((word) => overlap(word, there))
    .every((word) => own.some(({ rendering }) => overlap(rendering, word)));
  return isShared || !isOne || /[.,;:!?()“”"]/u.test(text.slice(there.from, there.to)) ? null : there;
}

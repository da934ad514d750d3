import { englishFunctionWords, persianFunctionWords } from '../../alignment/forms/function-words.ts';
import type { LinkedTokens } from '../../alignment/words/suggest.ts';
import type { Span } from '../../core/span.ts';
import { foldKey } from '../../language/characters/fold.ts';
import type { Place } from './place.ts';

/** The most that words of the lexicon can say: less than links that somebody made. */
const WORDS = 0.8;

/** What a mention is made of, and its rendering: words that everybody knows, and suggested links between them. */
export interface WordedSentence {
  readonly source: string;
  readonly target: string;
  readonly words: LinkedTokens;
}

/** Where the words of a mention stand: «وزیر خارجه» is `foreign minister`. Every word of it has to be linked, but for small ones,
 *  and no word may stand between its English ones that belongs to something else: a title that is half known is none. */
export function wordPlaces(mention: Span, { source, target, words }: WordedSentence): readonly Place[] {
  const { sourceTokens, targetTokens, links } = words;
  const own = new Set(
    sourceTokens.flatMap((token, at) => (token.from < mention.to && mention.from < token.to ? [at] : [])),
  );
  const mine = links.filter((link) => own.has(link.source));
  const linked = new Set(mine.map((link) => link.source));
  const isWhole = [...own].every((at) => linked.has(at) || isSmall(source, sourceTokens[at], 'fa'));
  const content = mine.filter(({ target: at }) => !isSmall(target, targetTokens[at], 'en'));
  if (!isWhole || content.length === 0) return [];
  const [first, last] = [
    Math.min(...content.map((link) => link.target)),
    Math.max(...content.map((link) => link.target)),
  ];
  const [from, to] = [targetTokens[first]?.from ?? 0, targetTokens[last]?.to ?? 0];
  const places = new Set(content.map((link) => link.target));
  for (let at = first; at <= last; at++) {
    const isForeign = links.some((link) => link.target === at && !own.has(link.source));
    if (isForeign || !(places.has(at) || isSmall(target, targetTokens[at], 'en'))) return [];
  }
  if (/[.!?;:,()"“”]/u.test(target.slice(from, to))) return [];
  const score = WORDS * Math.min(...content.map((link) => link.score));
  return [{ from, to: withoutPossessive(target, from, to), score, reason: 'words' }];
}

function isSmall(text: string, token: Span | undefined, lang: 'fa' | 'en'): boolean {
  const word = text.slice(token?.from, token?.to);
  return lang === 'fa'
    ? persianFunctionWords.has(foldKey(word, 'tight'))
    : englishFunctionWords.has(word.toLowerCase());
}

/** `’s` is a part of the token, and none of the name. */
function withoutPossessive(text: string, from: number, to: number): number {
  return to - (/[’']s?$/u.exec(text.slice(from, to))?.[0].length ?? 0);
}

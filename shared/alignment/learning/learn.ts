import type { Span } from '../../core/span.ts';
import { tokens } from '../../language/words/token.ts';
import { wordOf } from '../forms/word.ts';
import { Cooccurrences } from './cooccurrence.ts';
import type { LearnedTable } from './learned.ts';
import { translationChances } from './translation-chances.ts';

/** A segment whose English somebody confirmed, and the word links that they made in it. */
export interface ConfirmedPair {
  readonly source: string;
  readonly target: string;
  readonly links?: readonly { readonly source: Span; readonly target: Span }[];
}

/** Sentences are read up to so many words. */
const WORDS = 120;

/** What is less likely is left out, and what was seen together in fewer segments than this, unless somebody linked it. */
const LEAST = 0.08;
const SEEN = 2;

/** Learns which words stand for each other from segments that a person confirmed, and from nothing else: what the aligner
 *  made by itself would teach it its own mistakes. Both directions of IBM Model 1 with a preference for the diagonal,
 *  trained by EM (P. F. Brown et al., "The Mathematics of Statistical Machine Translation", Computational Linguistics 19
 *  (1993); C. Dyer et al., "A Simple, Fast, and Effective Reparameterization of IBM Model 2", NAACL 2013); what is kept is
 *  the geometric mean of the two. Of very many segments the last ones are taken. */
export function learn(pairs: readonly ConfirmedPair[]): LearnedTable {
  const seen = new Cooccurrences();
  for (let at = pairs.length - 1; at >= 0 && !seen.isFull; at--) {
    const { source, target, links = [] } = pairs[at] as ConfirmedPair;
    const [persian, english] = [tokens(source).slice(0, WORDS), tokens(target).slice(0, WORDS)];
    seen.add(
      persian.map(({ text }) => wordOf(text, 'fa').stem),
      english.map(({ text }) => wordOf(text, 'en').stem),
      links.flatMap((link) =>
        persian.flatMap((word, p) =>
          english.flatMap((other, e) =>
            touch(link.source, word) && touch(link.target, other) ? [[p, e] as const] : [],
          ),
        ),
      ),
    );
  }
  const { toEnglish, toPersian } = translationChances(seen);
  const table: (readonly [string, string, number])[] = [];
  seen.each((persian, english, at, count, linked) => {
    const chance = Math.sqrt((toEnglish[at] as number) * (toPersian[at] as number));
    if (chance < LEAST || (count < SEEN && !linked)) return;
    // Words of meaning that have no partner gather articles and prepositions; a link of those teaches nothing.
    if (!linked && wordOf(persian, 'fa').isContent !== wordOf(english, 'en').isContent) return;
    table.push([persian, english, Math.round(chance * 1000) / 1000]);
  });
  return table;
}

function touch(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

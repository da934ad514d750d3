import type { Span } from '../../core/span.ts';
import { tokens } from '../../language/words/token.ts';
import type { Knowledge } from '../evidence/partners.ts';
import { readSide } from '../evidence/side.ts';
import { seedLexicon } from '../lexicon/seed.ts';
import { linkCandidates } from './candidate.ts';
import { chosenLinks } from './choice.ts';
import type { TokenLink } from './token-link.ts';

/** The words of both texts, as ranges of them, and the links between these. */
export interface LinkedTokens {
  readonly sourceTokens: readonly Span[];
  readonly targetTokens: readonly Span[];
  /** By source word, then by target word. */
  readonly links: readonly TokenLink[];
}

/** Links are suggested up to so many words a side; beyond, a unit is no sentence. */
const WORDS = 600;

/** Suggests which words of a rendering stand for which of its source: by numbers, names, sounds, the lexicon and what was
 *  learned. Precision comes first: a word whose partner is doubtful stays without. */
export function suggestLinks(source: string, target: string, knowledge: Knowledge = {}): LinkedTokens {
  const [sourceTokens, targetTokens] = [tokens(source).map(spanOf), tokens(target).map(spanOf)];
  if (sourceTokens.length > WORDS || targetTokens.length > WORDS) return { sourceTokens, targetTokens, links: [] };
  const [persian, english] = [readSide([source], 'fa'), readSide([target], 'en')];
  const candidates = linkCandidates(persian, english, { lexicon: seedLexicon(), ...knowledge });
  const isSmall = Array.from(english.units[0]?.words ?? [], (word) => english.words[word]?.isContent === false);
  const links = chosenLinks(candidates, sourceTokens.length, targetTokens.length, isSmall);
  return { sourceTokens, targetTokens, links };
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}

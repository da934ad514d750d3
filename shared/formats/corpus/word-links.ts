import type { Problem } from '../../core/problem.ts';
import { corpusProblem } from './problems.ts';
import type { CorpusLink, MarkedRange } from './row.ts';

/** The words of a line, which have white space between them, as ranges of it. */
export function spacedWords(line: string): readonly MarkedRange[] {
  return Array.from(line.matchAll(/[^ \t]+/g), ({ 0: text, index }) => ({
    from: index,
    to: index + text.length,
    text,
  }));
}

/** The link of two words by their places from 0, or a problem where there is no such word. */
export function linkOfWords(
  persian: readonly MarkedRange[],
  english: readonly MarkedRange[],
  pair: { readonly fa: number; readonly en: number; readonly sure: boolean },
  place: { readonly line: number; readonly value: string },
): CorpusLink | Problem {
  const [fa, en] = [persian[pair.fa], english[pair.en]];
  if (fa !== undefined && en !== undefined) return { fa, en, sure: pair.sure };
  const values = { value: place.value, fa: persian.length, en: english.length };
  return corpusProblem('links.word', { line: place.line, values });
}

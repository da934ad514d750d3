import { foldKey } from '../../../shared/language/characters/fold.ts';

/** The same for all ways to write a word, in either language. */
export function wordKey(word: string): string {
  return foldKey(word, 'search');
}

import { foldKey } from '../../language/characters/fold.ts';
import { tokens } from '../../language/words/token.ts';

/** What a text is taken to be written in; `other` for any third language, `none` for a text without a word. */
export type TextLanguage = 'fa' | 'en' | 'other' | 'none';

/** Words that only texts of the language have often: Arabic has «و» and, as search folds it, «آن»; German has `in`. */
const cues = {
  fa: new Set('در به از که این است را با برای می های شد کرد'.split(' ').map((word) => foldKey(word, 'tight'))),
  en: new Set('the of and to that is was for with it he on as are be by'.split(' ')),
};

/** The share of such words that a text of the language has at least, and how many words are too few to ask for it. */
const SHARE = 0.04;
const FEW = 25;

/** How much of the texts is read at most, in characters. */
const READ = 50_000;

/** The language of `texts` together, by their script and their most frequent words; from the beginning, up to 50,000
 *  characters. A few words of Arabic or Latin script are taken to be Persian or English. */
export function languageOf(texts: readonly string[]): TextLanguage {
  let read = 0;
  const words: string[] = [];
  for (const text of texts) {
    if (read > READ) break;
    const part = text.slice(0, READ);
    read += part.length;
    for (const { text: word } of tokens(part)) if (/\p{L}/u.test(word)) words.push(word);
  }
  if (words.length === 0) return 'none';
  const arabic = words.filter((word) => /^\p{Script=Arabic}/u.test(word)).length;
  const latin = words.filter((word) => /^\p{Script=Latin}/u.test(word)).length;
  if (arabic + latin < words.length / 2) return 'other';
  const language = arabic >= latin ? 'fa' : 'en';
  const own = words.filter((word) =>
    cues[language].has(language === 'fa' ? foldKey(word, 'tight') : word.toLowerCase()),
  );
  return words.length < FEW || own.length >= SHARE * Math.max(arabic, latin) ? language : 'other';
}

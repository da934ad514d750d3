import { verbForms } from '../forms/persian-verbs.ts';
import { type Lexicon, type LexiconEntry, lexiconOf } from './lexicon.ts';
import { conflict } from './seed-conflict.ts';
import { economy } from './seed-economy.ts';
import { everyday } from './seed-everyday.ts';
import { government } from './seed-government.ts';
import { qualities } from './seed-qualities.ts';
import { society } from './seed-society.ts';
import { time } from './seed-time.ts';
import { verbs } from './seed-verbs.ts';

let built: Lexicon | null = null;

/** The lexicon that is always there: frequent words of news, by topic. */
export function seedLexicon(): Lexicon {
  built ??= lexiconOf(seedEntries());
  return built;
}

/** The entries of the built-in lists: lines of `فارسی، فارسی = English, English`; verbs have past and present stem. */
export function seedEntries(): readonly LexiconEntry[] {
  const nouns = [government, conflict, economy, society, everyday, qualities, time].flatMap(linesOf);
  return [
    ...nouns.map(([fa, en]): LexiconEntry => ({ fa, en, kind: 'word' })),
    ...linesOf(verbs).map(([stems, en]): LexiconEntry => ({ fa: stems.flatMap(formsOf), en, kind: 'word' })),
  ];
}

function linesOf(list: string): readonly (readonly [fa: readonly string[], en: readonly string[]])[] {
  return list
    .trim()
    .split('\n')
    .map((line) => {
      const [fa = '', en = ''] = line.split(' = ');
      return [fa.split('، '), en.split(', ')] as const;
    });
}

/** `گفت/گو` → all forms of the verb. */
function formsOf(stems: string): readonly string[] {
  const [past = '', present = ''] = stems.split('/');
  return verbForms(past, present);
}

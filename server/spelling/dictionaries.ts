import type { English } from '../../shared/checks/spelling.ts';

/** What is asked of the dictionaries. */
export interface SpellingOrder {
  readonly english: English;
  readonly words: readonly string[];
}

/** The words that are wrong, each with what may be meant, likeliest first. */
export type Misspelt = Readonly<Record<string, readonly string[]>>;

/** So many words are proposed. */
const PROPOSED = 6;

/** A longer word is proposed nothing for: that takes time, and it is hardly a word. */
const LONGEST = 20;

/** Asks the dictionaries, which are read at the first question: both take 0.3 s and 50 MB. */
export function dictionaries(): (order: SpellingOrder) => Promise<Misspelt> {
  let read: ReturnType<typeof readDictionaries> | null = null;
  return async ({ english, words }) => {
    read ??= readDictionaries();
    const all = await read;
    const asked = english === 'any' ? [all.us, all.gb] : [all[english]];
    const others = [all.us, all.gb].filter((dictionary) => !asked.includes(dictionary));
    const wrong: [string, readonly string[]][] = [];
    for (const word of words) {
      if (asked.some((dictionary) => isRight(word, dictionary))) continue;
      wrong.push([word, word.length > LONGEST ? [] : proposals(word, asked, others)]);
    }
    return Object.fromEntries(wrong);
  };
}

/** Words are made with these as they are needed: what is left has to be a word of its own. */
const prefixes = /^(?:un|de|re|under|over|non|anti|pre|post|sub|super|inter|multi|counter|cyber|micro|pro)(?=[a-z]{4})/;

function isRight(word: string, dictionary: Dictionary): boolean {
  return dictionary.correct(word) || (prefixes.test(word) && dictionary.correct(word.replace(prefixes, '')));
}

/** What may be meant by a word, of the first dictionary that has a word near it. In place of a word with a capital plain words are
 *  proposed, and no names; one that is right in another English has its own spelling first. */
function proposals(word: string, asked: readonly Dictionary[], others: readonly Dictionary[]): readonly string[] {
  const small = word.toLowerCase();
  const isRaised = small !== word;
  for (const dictionary of asked) {
    // Where nothing is near, the library looks for what is farther for half a second, and seldom finds what was meant.
    if (!hasNear(small, dictionary)) continue;
    const all = [...new Set([...swaps(small).filter((fix) => dictionary.correct(fix)), ...dictionary.suggest(small)])];
    const fitting = isRaised ? all.filter((fix) => fix === fix.toLowerCase()).map(raised) : all;
    if (others.some((other) => other.correct(word))) {
      fitting.sort(
        (a, b) => Number(others.some((other) => other.correct(a))) - Number(others.some((other) => other.correct(b))),
      );
    }
    if (fitting.length > 0) return fitting.slice(0, PROPOSED);
  }
  return [];
}

/** True where a word of the dictionary is one letter off: another one, one more, one less, two that changed places. */
function hasNear(word: string, dictionary: Dictionary): boolean {
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (dictionary.correct(before + after.slice(1))) return true;
    if (dictionary.correct(before + after.charAt(1) + after.charAt(0) + after.slice(2))) return true;
    for (const letter of letters) {
      if (dictionary.correct(before + letter + after) || dictionary.correct(before + letter + after.slice(1)))
        return true;
    }
  }
  return false;
}

/** The word with two neighbours the other way round: what a hurried hand writes, and the library seldom thinks of first. */
function swaps(word: string): readonly string[] {
  return Array.from(
    { length: Math.max(0, word.length - 1) },
    (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  );
}

const letters = [..."abcdefghijklmnopqrstuvwxyz'"];

function raised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

type Dictionary = Awaited<ReturnType<typeof readDictionaries>>['us'];

async function readDictionaries() {
  const { default: nspell } = await import('nspell');
  const { default: us } = await import('dictionary-en');
  const { default: gb } = await import('dictionary-en-gb');
  const speller = ({ aff, dic }: typeof us) => nspell(Buffer.from(aff), Buffer.from(dic));
  return { us: speller(us), gb: speller(gb) };
}

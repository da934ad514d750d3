import { foldKey } from '../characters/fold.ts';

/** The endings that Persian writes on a noun or an adjective, one after the other: comparison, plural, ezafe or indefinite ی,
 *  a clitic pronoun. Folded, so a ZWNJ before them makes no difference. */
const comparison = '(?:تر(?:ین)?)?';
const plural = '(?:ها|یان|ان|ات|جات)?';
const ezafe = '(?:یی|ی|ای)?';
const longClitic = '(?:یم|یت|یش|یمان|یتان|یشان|ام|ات|اش|امان|اتان|اشان|مان|تان|شان)?';
const shortClitic = '(?:م|ت|ش)?';

/** After a short word only the endings that are hardly ever letters of another one. */
const afterShort = new RegExp(`^${comparison}(?:ها)?${ezafe}$`);
const afterMiddle = new RegExp(`^${comparison}${plural}${ezafe}${longClitic}$`);
const afterLong = new RegExp(`^${comparison}${plural}${ezafe}(?:${longClitic}|${shortClitic})$`);

/** What is taken off the word that is sought, the longest first. */
const taken = /(?:هایی|هایم|هایت|هایش|هایمان|هایتان|هایشان|های|ها|ترین|تر|یان|مان|تان|شان|ان|ی)$/;

/** Endings that are also written as words of their own: «پروژه های». */
const apart = /^(?:ها|های|هایی|هایم|هایت|هایش|هایمان|هایتان|هایشان|تر|ترین|ای|ام|ات|اش|مان|تان|شان)$/;

/** A word as its forms are compared: folded, without what follows an apostrophe. */
export function wordKey(word: string): string {
  return foldKey(word.replace(/[’'].*$/su, ''), 'search').replaceAll(' ', '');
}

/** True for an ending that stands apart from its word; `key` is a `wordKey`. */
export function isEnding(key: string): boolean {
  return apart.test(key);
}

/** A test whether a word, given as its `wordKey`, is `word` in another form or a form of the same word: Persian ها, های, ی, ezafe,
 *  comparison and clitics; English plural, possessive, -ed and -ing with doubled consonants, silent e and y. A form that could as
 *  well be another word («کارت» of «کار») is none. */
export function formsOf(word: string): (key: string) => boolean {
  const key = wordKey(word);
  if (key === '') return () => false;
  if (/[a-z]/.test(key)) {
    const forms = new Set([key, ...englishBases(key)].flatMap(englishForms));
    return (other) => forms.has(other);
  }
  const bases = [key, ...persianBases(key)];
  return (other) => bases.some((base) => isPersianForm(other, base));
}

/** Letters that the `wordKey` of every form of `word` begins with: a text without them has no form of it. */
export function stemOf(word: string): string {
  const key = wordKey(word);
  if (/[a-z]/.test(key)) return key.slice(0, 2);
  const shortest = persianBases(key)[0] ?? key;
  return shortest.endsWith('ه') && shortest.length > 3 ? shortest.slice(0, -1) : shortest;
}

function isPersianForm(key: string, base: string): boolean {
  if (key === base) return true;
  if (base.endsWith('ه') && base.length > 3 && key === `${base.slice(0, -1)}گان`) return true;
  if (!key.startsWith(base) || base.length < 2) return false;
  const rest = key.slice(base.length);
  if (base.length === 2) return afterShort.test(rest) && rest.length > 2;
  return (base.length === 3 ? afterMiddle : afterLong).test(rest);
}

function persianBases(key: string): readonly string[] {
  const base = key.replace(taken, '');
  return base !== key && base.length >= 3 ? [base] : [];
}

function englishForms(base: string): readonly string[] {
  const forms = [base, `${base}s`, `${base}es`, `${base}ed`, `${base}ing`];
  if (base.endsWith('e')) forms.push(`${base}d`, `${base.slice(0, -1)}ing`);
  if (/[^aeiou]y$/.test(base)) forms.push(`${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`);
  if (/[^aeiou][aeiou][bdgklmnprt]$/.test(base)) forms.push(`${base}${base.at(-1)}ed`, `${base}${base.at(-1)}ing`);
  return forms;
}

function englishBases(key: string): readonly string[] {
  const cut = ['ies', 'ied', 'es', 'ed', 'ing', 's', 'd'].filter((ending) => key.endsWith(ending));
  const guesses = cut.flatMap((ending) => {
    const stem = key.slice(0, -ending.length);
    return [stem, `${stem}e`, `${stem}y`, stem.replace(/(.)\1$/, '$1')];
  });
  return guesses.filter((base) => base.length >= 4 && englishForms(base).includes(key));
}

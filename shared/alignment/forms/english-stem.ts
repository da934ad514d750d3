import { irregularForms } from './english-irregular.ts';

/** What an English word is looked up by: lower case, without the endings of inflection, irregular forms as their base.
 *  `Ministers’`, `minister` are one; `making`, `makes`, `made` are one. It is light: no ending that makes another word is
 *  taken away, but for `-ly`. A form is for comparing only, as it need not be a word: `mak`. */
export function englishStem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemOf(word);
  if (stems.size > MANY) stems.clear();
  stems.set(word, stem);
  return stem;
}

const MANY = 50_000;
const stems = new Map<string, string>();

function stemOf(word: string): string {
  const lower = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']s?$/u, '')
    .replace(/[’']/gu, '');
  return withoutE(irregularForms.get(lower) ?? bare(lower));
}

/** `word` without plural, past, participle and `-ly`. */
function bare(word: string): string {
  const singular = withoutPlural(word);
  const base = irregularForms.get(singular);
  if (base !== undefined) return base;
  const verb = /^(.*[aeiouy].*?)(?:ing|ed)$/u.exec(singular)?.[1];
  if (verb !== undefined && verb.length >= 3) return yForI(undoubled(verb), singular);
  if (singular.length > 5 && singular.endsWith('ly')) {
    const adjective = singular.slice(0, -2);
    return adjective.endsWith('i') ? `${adjective.slice(0, -1)}y` : adjective;
  }
  return singular;
}

function withoutPlural(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/u.test(word)) return word.slice(0, -1);
  return word;
}

/** `running` → `run`, but `falling` → `fall`. */
function undoubled(verb: string): string {
  return /([bdgkmnprt])\1$/u.test(verb) ? verb.slice(0, -1) : verb;
}

/** `tried` → `try`. */
function yForI(verb: string, word: string): string {
  return word.endsWith('ied') ? `${verb.slice(0, -1)}y` : verb;
}

/** A silent e is written in some forms of a word only. */
function withoutE(word: string): string {
  return word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word;
}

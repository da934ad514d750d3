import type { Span } from '../core/span.ts';
import { type Entity, namesOf } from '../names/entity/entity.ts';
import type { TermRecord } from '../terms/term.ts';
import { inTarget } from './pair/rule.ts';
import type { RuledRemark } from './text-rules.ts';

/** Which English a project is written in; `any` takes a word that is right in one of them. */
export const englishes = ['any', 'us', 'gb'] as const;
export type English = (typeof englishes)[number];

/** What a dictionary says of a word: `null` where it is right, else what may be meant, likeliest first. */
export type Spelt = readonly string[] | null;

/** So many words are kept; then all are asked for again. */
const MOST = 400_000;

/** What the dictionaries said of words as far as they were asked. Words that were looked for and are not known are wanted. */
export class WordBook {
  private readonly said: Map<string, Spelt>;
  private readonly wanted = new Set<string>();

  /** A book over what is said by now; several may write into one. */
  constructor(said = new Map<string, Spelt>()) {
    this.said = said;
  }

  look(word: string): Spelt | undefined {
    const known = this.said.get(word);
    if (known === undefined) this.wanted.add(word);
    return known;
  }

  /** Writes down what was said of `words`: those that `wrong` leaves out are right. */
  put(words: readonly string[], wrong: Readonly<Record<string, readonly string[]>>): void {
    if (this.said.size + words.length > MOST) this.said.clear();
    for (const word of words) this.said.set(word, Object.hasOwn(wrong, word) ? (wrong[word] ?? []) : null);
  }

  /** Of how many words it is known what is said. */
  get size(): number {
    return this.said.size;
  }

  /** True where a word was looked for that is not known, and has not been taken yet. */
  get isWanting(): boolean {
    return this.wanted.size > 0;
  }

  /** The words that are wanted, `most` of them; they are not told again unless somebody looks for them. */
  takeWanted(most: number): readonly string[] {
    const taken = [...this.wanted].slice(0, most);
    for (const word of taken) this.wanted.delete(word);
    return taken;
  }
}

/** What the English of a project is spelt by. */
export interface Spelling {
  readonly book: WordBook;
  /** Words that are right here whatever a dictionary says, in small letters. */
  readonly own: ReadonlySet<string>;
}

/** Words that are right in a project: of its names, of its terms, and those that somebody has added. */
export function ownWords(
  entities: Iterable<Entity>,
  terms: readonly TermRecord[],
  added: readonly string[],
): ReadonlySet<string> {
  const own = new Set(added.map((word) => plain(word).toLowerCase()));
  const add = (text: string) => {
    for (const [word] of text.matchAll(latin)) own.add(plain(word).toLowerCase());
  };
  for (const entity of entities) for (const { name } of namesOf(entity, 'en')) add(name);
  for (const { en } of terms) {
    for (const { text, use } of en) if (use !== 'forbidden') add(text);
  }
  return own;
}

/** What was found in the spelling of a text; not `isWhole` where words are wanted first. */
export interface Proofread {
  readonly remarks: readonly RuledRemark[];
  readonly isWhole: boolean;
}

/** So many words are offered. */
const OFFERED = 4;

/** The words of `target` that no dictionary has. `named` are stretches that are names; a word with a capital inside a sentence is taken
 *  for one as well. */
export function proofread(target: string, named: readonly Span[], { book, own }: Spelling): Proofread {
  const remarks: RuledRemark[] = [];
  let isWhole = true;
  for (const { word, from, to } of spelledWords(target)) {
    if (own.has(word.toLowerCase()) || named.some((name) => from < name.to && name.from < to)) continue;
    const spelt = book.look(word);
    if (spelt === undefined) isWhole = false;
    if (!spelt) continue;
    // What begins a sentence may be a name; a long one that is one letter off a plain word hardly is.
    if (isRaised(word) && !spelt.some((fix) => isNear(word, fix))) continue;
    const [fix = null] = spelt;
    const values = { found: target.slice(from, to), others: spelt.slice(0, OFFERED).join(', ') };
    remarks.push({ rule: 'text.spelling', ...inTarget({ from, to }, values, fix) });
  }
  return { remarks, isWhole };
}

const latin = /\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?:['’]\p{Script=Latin}+)*/gu;

/** Of addresses, handles, paths, names of files, and what has digits in it. */
const unspelt = /[@\\/_#\d]|www\.|\p{L}\.\p{L}/u;

function plain(word: string): string {
  return word.replace(/’/g, "'").replace(/'s?$/u, '');
}

/** The words of a text that a dictionary may be asked for. */
function* spelledWords(text: string): Generator<Span & { readonly word: string }> {
  const left = text.replace(/\S+/g, (found) => (unspelt.test(found) ? ' '.repeat(found.length) : found));
  for (const { 0: found, index } of left.matchAll(latin)) {
    const word = plain(found);
    if (!/^[A-Za-z][a-z']{2,30}$/.test(word)) continue;
    if (isRaised(word) && (word.length < LONG || !isBeginning(left, index))) continue;
    // Of anti-inflation and re-elected the first part is no word.
    if (left.charAt(index + found.length) === '-' || left.charAt(index - 1) === '-') continue;
    yield { word, from: index, to: index + word.length };
  }
}

/** A name of so many letters is seldom one letter off a plain word. */
const LONG = 7;

function isRaised(word: string): boolean {
  return /^[A-Z]/.test(word);
}

/** True where a sentence begins at `at`. */
function isBeginning(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  return (at <= 12 ? /(?:^|[.!?…]["”’)\]]*\s+)["“‘([]*$/u : /[.!?…]["”’)\]]*\s+["“‘([]*$/u).test(before);
}

/** True for words that differ in one letter: another one, one more, one less, or two that changed places. */
function isNear(word: string, other: string): boolean {
  const [a, b] = [word.toLowerCase(), other.toLowerCase()];
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const isSwap = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return isSwap || Math.max(left.length, right.length) <= 1;
}

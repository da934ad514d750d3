import { englishFunctionWords, persianFunctionWords } from '../alignment/forms/function-words.ts';
import type { Span } from '../core/span.ts';
import { foldKey } from '../language/characters/fold.ts';
import { type Token, tokens } from '../language/words/token.ts';
import { areForms, beginningsOf, wordsOf } from './forms.ts';

/** A sentence with its English and the sure links between their words; ranges count from the beginning of their text. */
export interface LinkedPair {
  readonly fa: string;
  readonly en: string;
  readonly links: readonly { readonly fa: Span; readonly en: Span }[];
}

/** Words that stand for each other often enough to be a term. */
export interface ProposedTerm {
  /** What tells it from others: the Persian in any spelling, as it stands most. */
  readonly key: string;
  /** The same of each form of it, that one among them. */
  readonly forms: readonly string[];
  /** As both are written most. */
  readonly fa: string;
  readonly en: string;
  /** In how many places they stand for each other, in any form. */
  readonly count: number;
  /** The first sentence that has them. */
  readonly example: { readonly fa: string; readonly en: string };
}

/** Sentences are told one by one, and what they propose is asked for at the end. */
export interface TermProposals {
  readonly add: (pair: LinkedPair) => void;
  /** The most frequent first. */
  readonly proposed: () => readonly ProposedTerm[];
}

/** Words of one side of a term, at most. */
const LONGEST = { fa: 4, en: 6 };
/** Places in which a pair has to stand. */
const LEAST = 3;
/** Pairs that are counted at once; those that were met only once make room for others. */
const HELD = 200_000;

interface Tally {
  count: number;
  readonly fa: Map<string, number>;
  readonly en: Map<string, number>;
  readonly example: { readonly fa: string; readonly en: string };
}

/** Finds terms as phrase pairs: runs of words whose links lead only to each other (Och and Ney, Computational Linguistics 30(4), 2004,
 *  section 2.2), both ends linked, no end a function word, no punctuation within, several words on one side at least. Forms of the same
 *  words count together, under the one that stands most. A pair counts that stands in three places and is the Persian's most frequent
 *  English; one that stands nearly always within a longer one is left out, as the C-value does (Frantzi, Ananiadou and Mima, 2000). A pair
 *  without links proposes nothing. */
export function termProposals(): TermProposals {
  const tallies = new Map<string, Map<string, Tally>>();
  let held = 0;
  return {
    add(pair) {
      for (const { fa, en } of phrasePairs(pair)) {
        const key = phraseKey(fa);
        const partners = tallies.get(key) ?? new Map<string, Tally>();
        tallies.set(key, partners);
        const known = partners.get(phraseKey(en));
        const { fa: persian, en: english } = pair;
        const tally = known ?? { count: 0, fa: new Map(), en: new Map(), example: { fa: persian, en: english } };
        if (!known) held += 1;
        partners.set(phraseKey(en), tally);
        tally.count += 1;
        tally.fa.set(fa, (tally.fa.get(fa) ?? 0) + 1);
        tally.en.set(en, (tally.en.get(en) ?? 0) + 1);
      }
      if (held > HELD) held = forgetRare(tallies);
    },
    proposed: () => outermost(grouped(tallies)),
  };
}

/** What tells two Persian phrases apart: their words, in any spelling. */
export function phraseKey(phrase: string): string {
  return foldKey(phrase, 'search');
}

/** The same words in all their forms, with what they stand for in all its forms. */
interface Group extends Tally {
  /** The words of both sides as they stand most. */
  readonly words: { readonly fa: readonly string[]; readonly en: readonly string[] };
  /** The Persian as it stands most, and how often each form of it stands. */
  readonly key: string;
  readonly keys: Map<string, number>;
}

/** Puts together what differs in forms alone, each under the pair that stands most; the most frequent first. */
function grouped(tallies: ReadonlyMap<string, ReadonlyMap<string, Tally>>): readonly Group[] {
  const pairs = [...tallies].flatMap(([fa, partners]) => [...partners].map(([en, tally]) => ({ fa, en, tally })));
  pairs.sort((a, b) => b.tally.count - a.tally.count || (a.fa < b.fa ? -1 : 1));
  const groups: Group[] = [];
  const near = new Map<string, Group[]>();
  for (const { fa, en, tally } of pairs) {
    const words = { fa: wordsOf(fa), en: wordsOf(en) };
    const place = `${beginningsOf(words.fa)}\t${beginningsOf(words.en)}`;
    const others = near.get(place) ?? [];
    near.set(place, others);
    const known = others.find((one) => areForms(one.words.fa, words.fa) && areForms(one.words.en, words.en));
    if (known) {
      known.count += tally.count;
      known.keys.set(fa, (known.keys.get(fa) ?? 0) + tally.count);
    } else {
      const made = { ...tally, words, key: fa, keys: new Map([[fa, tally.count]]) };
      groups.push(made);
      others.push(made);
    }
  }
  return groups.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** By each form of the Persian, the group that it stands in most; under one that it leads, all forms count. */
function ownersOf(groups: readonly Group[]): ReadonlyMap<string, Group> {
  const owners = new Map<string, Group>();
  const weight = (key: string, group?: Group) => (group?.key === key ? group.count : (group?.keys.get(key) ?? 0));
  for (const group of groups) {
    for (const key of group.keys.keys()) {
      if (weight(key, group) > weight(key, owners.get(key))) owners.set(key, group);
    }
  }
  return owners;
}

function outermost(groups: readonly Group[]): readonly ProposedTerm[] {
  const owners = ownersOf(groups);
  const best = groups.filter((group) => group.count >= LEAST && owners.get(group.key) === group);
  const kept = new Set<Group>();
  /** How often the longer ones around a group stand. */
  const within = new Map<Group, number>();
  for (const group of best.toSorted((a, b) => b.words.fa.length - a.words.fa.length || b.key.length - a.key.length)) {
    const own = group.count - (within.get(group) ?? 0);
    if (own < LEAST) continue;
    kept.add(group);
    for (const shorter of shorterIn(group, owners)) within.set(shorter, (within.get(shorter) ?? 0) + own);
  }
  return best
    .filter((group) => kept.has(group))
    .map(({ key, keys, fa, en, count, example }) => ({
      ...{ key, forms: [...keys.keys()], fa: usual(fa), en: usual(en), count, example },
    }));
}

/** The groups that stand within a longer one, in any form. */
function shorterIn(group: Group, owners: ReadonlyMap<string, Group>): ReadonlySet<Group> {
  const found = new Set<Group>();
  for (const key of group.keys.keys()) {
    const words = key.split(' ');
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 1; to <= words.length; to++) {
        const shorter = to - from < words.length ? owners.get(words.slice(from, to).join(' ')) : undefined;
        if (shorter && shorter !== group) found.add(shorter);
      }
    }
  }
  return found;
}

function forgetRare(tallies: Map<string, Map<string, Tally>>): number {
  let held = 0;
  for (const [key, partners] of tallies) {
    for (const [partner, { count }] of partners) if (count < 2) partners.delete(partner);
    if (partners.size === 0) tallies.delete(key);
    held += partners.size;
  }
  return held;
}

/** The form that is written most; of several the one that comes first in the alphabet. */
function usual(forms: ReadonlyMap<string, number>): string {
  const [first] = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? '';
}

function phrasePairs({ fa, en, links }: LinkedPair): readonly { readonly fa: string; readonly en: string }[] {
  if (links.length === 0) return [];
  const [persian, english] = [tokens(fa), tokens(en)];
  const partners = persian.map((word) => {
    const own = links.filter((link) => meets(word, link.fa));
    return new Set(english.flatMap((other, at) => (own.some((link) => meets(other, link.en)) ? [at] : [])));
  });
  const found: { fa: string; en: string }[] = [];
  for (let first = 0; first < persian.length; first++) {
    if (!partners[first]?.size || isFunctionWord(persian[first], 'fa')) continue;
    for (let last = first; last < Math.min(persian.length, first + LONGEST.fa); last++) {
      if (last > first && !isRun(fa, persian[last - 1], persian[last])) break;
      if (!partners[last]?.size || isFunctionWord(persian[last], 'fa')) continue;
      const own = partners.slice(first, last + 1).flatMap((each) => [...each]);
      const [from, to] = [Math.min(...own), Math.max(...own)];
      const start = isArticle(english[from]) && from < to ? from + 1 : from;
      if (last === first && start === to) continue;
      if (to - start >= LONGEST.en || isFunctionWord(english[start], 'en') || isFunctionWord(english[to], 'en'))
        continue;
      const isElsewhere = partners.some(
        (each, at) => (at < first || at > last) && [...each].some((a) => a >= from && a <= to),
      );
      const words = english.slice(start, to + 1);
      if (isElsewhere || !words.every((word, at) => at === 0 || isRun(en, words[at - 1], word))) continue;
      found.push({ fa: cut(fa, persian[first], persian[last]), en: cut(en, english[start], english[to]) });
    }
  }
  return found;
}

const meets = (a: Span, b: Span) => a.from < b.to && b.from < a.to;

function cut(text: string, first: Token | undefined, last: Token | undefined): string {
  return first && last ? text.slice(first.from, last.to) : '';
}

/** True where only a space, a hyphen or nothing stands between two words. */
function isRun(text: string, before: Token | undefined, after: Token | undefined): boolean {
  return (
    before !== undefined && after !== undefined && /^[ \u00a0\u200c-]{0,2}$/.test(text.slice(before.to, after.from))
  );
}

function isFunctionWord(word: Token | undefined, side: 'fa' | 'en'): boolean {
  if (word === undefined || !/\p{L}/u.test(word.text)) return true;
  return side === 'fa'
    ? persianFunctionWords.has(foldKey(word.text, 'tight'))
    : !/^\p{Lu}{2,}$/u.test(word.text) && englishFunctionWords.has(word.text.toLowerCase());
}

function isArticle(word: Token | undefined): boolean {
  return /^(the|a|an)$/i.test(word?.text ?? '');
}

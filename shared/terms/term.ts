import type { Problem } from '../core/problem.ts';
import { foldKey } from '../language/characters/fold.ts';
import { turns, withTurnsShown } from '../language/characters/turned.ts';

/** What an English term is for: the one that is wanted, one that may stand as well, one that must not. */
export const termUses = ['preferred', 'admitted', 'forbidden'] as const;
export type TermUse = (typeof termUses)[number];

/** Parts of speech as TBX-Basic has them. */
export const partsOfSpeech = ['noun', 'verb', 'adjective', 'adverb', 'properNoun', 'other'] as const;
export type PartOfSpeech = (typeof partsOfSpeech)[number];

export interface EnglishTerm {
  readonly text: string;
  readonly use: TermUse;
}

/** What a glossary says of a Persian term. */
export interface TermRecord {
  readonly fa: string;
  /** In order; the first preferred one is what is inserted. */
  readonly en: readonly EnglishTerm[];
  readonly note: string;
  readonly domain: string;
  readonly partOfSpeech: PartOfSpeech | null;
}

export interface Term extends TermRecord {
  readonly id: string;
}

/** The English of a term that is wanted: the first preferred one, else the first that may stand; `null` where there is none. */
export function wantedEnglish({ en }: TermRecord): string | null {
  return (en.find(({ use }) => use === 'preferred') ?? en.find(({ use }) => use === 'admitted'))?.text ?? null;
}

/** What tells two terms apart: the Persian in any spelling, and the domain. */
export function termKey({ fa, domain }: Pick<TermRecord, 'fa' | 'domain'>): string {
  return JSON.stringify([foldKey(fa, 'search'), foldKey(domain, 'search')]);
}

/** What is wrong with a record; each problem names its field in `element`. */
export function termProblems({ fa, en }: TermRecord): readonly Problem[] {
  const problems: Problem[] = [];
  const refuse = (rule: keyof typeof termMessages, element: 'fa' | 'en', name: string) =>
    problems.push({ rule, message: termMessages[rule].replace('{{name}}', name), element, values: { name } });
  if (!isWord(fa)) refuse('term.persian', 'fa', fa);
  else if (turns(fa)) refuse('term.turned', 'fa', withTurnsShown(fa));
  if (en.length === 0) refuse('term.english', 'en', fa);
  const seen = new Set<string>();
  for (const { text } of en) {
    const key = text.trim().toLowerCase();
    if (!isWord(text)) refuse('term.word', 'en', text);
    else if (turns(text)) refuse('term.turned', 'en', withTurnsShown(text));
    else if (seen.has(key)) refuse('term.twice', 'en', text);
    seen.add(key);
  }
  return problems;
}

const termMessages = {
  'term.persian': 'The Persian term "{{name}}" has no letter and no number, or a line break. Write a word.',
  'term.english': 'The term "{{name}}" has no English. Give one that is preferred, admitted or forbidden.',
  'term.word': 'The English term "{{name}}" has no letter and no number, or a line break. Mend or remove it.',
  'term.turned':
    'The term "{{name}}" holds an invisible mark that turns its letters around, where \ufffd stands. Remove it.',
  'term.twice': 'The English term "{{name}}" is given twice. Remove one of them.',
} as const;

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !/[\p{Cc}\u2028\u2029]/u.test(text);
}

import { type TermRecord, termUses } from '../../../shared/terms/term.ts';

/** A term that says nothing yet. */
export const emptyTerm: TermRecord = {
  ...{ fa: '', note: '', domain: '', partOfSpeech: null },
  en: [{ text: '', use: 'preferred' }],
};

/** What a term says, without what the glossary knows about it. */
export function recordOf({ fa, en, note, domain, partOfSpeech }: TermRecord): TermRecord {
  return { fa, en, note, domain, partOfSpeech };
}

/** A term as it was typed, ready to be kept: no spaces around its words, no empty ones, the preferred ones first. */
export function cleaned({ fa, en, note, domain, partOfSpeech }: TermRecord): TermRecord {
  const typed = en.map(({ text, use }) => ({ text: text.trim(), use })).filter(({ text }) => text !== '');
  return {
    fa: fa.trim(),
    en: termUses.flatMap((use) => typed.filter((each) => each.use === use)),
    note: note.trim(),
    domain: domain.trim(),
    partOfSpeech,
  };
}

/** True when two terms say the same. */
export function saysTheSame(a: TermRecord, b: TermRecord): boolean {
  return JSON.stringify(recordOf(a)) === JSON.stringify(recordOf(b));
}

/** What a term says, in a line. */
export function lineOf({ fa, en }: TermRecord): string {
  return `${fa} = ${en.map(({ text }) => text).join(', ')}`;
}

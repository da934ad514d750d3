import { englishRules, persianRules } from '../../language/sentences/rules.ts';
import { sentenceBreaks } from '../../language/sentences/sentence.ts';
import type { Side } from './side.ts';

/** The marks of a unit that its translation is likely to have too. */
export const markKinds = ['question', 'exclamation', 'quotation', 'bracket', 'colon'] as const;

/** How often each kind stands in each unit, `markKinds.length` numbers a unit. */
export type Marks = Uint8Array;

const patterns: readonly RegExp[] = [/[?؟]/gu, /!/gu, /[«“"„]/gu, /[([]/gu, /:(?:\s|$)/gu];
const MOST = 4;

/** Counts marks, each up to four. */
export function marksOf(side: Side): Marks {
  const marks = new Uint8Array(side.units.length * patterns.length);
  side.units.forEach(({ text }, unit) => {
    patterns.forEach((pattern, kind) => {
      const count = text.match(pattern)?.length ?? 0;
      const pairs = kind === 2 && /["]/u.test(text) ? Math.ceil(count / 2) : count;
      marks[unit * patterns.length + kind] = Math.min(MOST, pairs);
    });
  });
  return marks;
}

const breaks = { fa: sentenceBreaks(persianRules), en: sentenceBreaks(englishRules) };

/** How many sentences end in each unit. A speaker's lead or a headline has no end of its own, so that it may be joined to the
 *  sentence after it on one side. */
export function sentencesOf({ units, language }: Side): Uint16Array {
  return Uint16Array.from(units, ({ text }) =>
    Math.min(1000, (within.test(text) ? [...breaks[language].in(text)].length : 0) + (ended.test(text) ? 1 : 0)),
  );
}

/** Where nothing like this stands in a text, no sentence ends within it. */
const within = /[.!?؟۔…][^\p{L}\p{N}]*[\p{L}\p{N}]/u;

const ended = /[.!?؟۔…][^\p{L}\p{N}]*$/u;

/** How many letters and digits each unit has: its length for comparing. */
export function lettersOf({ units }: Side): Float64Array {
  return Float64Array.from(units, ({ text }) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0);
}

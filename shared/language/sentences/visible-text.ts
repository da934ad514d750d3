import { weightless, ZERO_WIDTH_SPACE } from '../characters/weightless.ts';

/** A text as the rules of segmentation look at it, with the way back to its own offsets. Marks without weight are left out
 *  and a space without width is a space, so that no rule has to know of either; nor has one of vowel marks, hamza above and
 *  tatweel on a letter, or of a joiner that joins nothing because no letter follows. */
export interface VisibleText {
  readonly text: string;
  /** The raw offset at which what is visible from `at` on begins. Marks that stand there belong to what is before. */
  after(at: number): number;
  /** The raw offset at which what is visible up to `at` ends. Marks that stand there belong to what follows. */
  before(at: number): number;
}

const raw = String.raw;

const vowels = raw`\u064b-\u0655\u0670\u0640`;
const joiners = raw`\u200c\u200d`;
const hidden = new RegExp(`[${weightless}${ZERO_WIDTH_SPACE}${vowels}${joiners}]`);
const maybe = new RegExp(`[${weightless}]+|[${vowels}]+|[${joiners}]+`, 'g');
const isWeightless = new RegExp(`[${weightless}]`);
const isLetter = /\p{L}/u;
const isMark = /[\p{L}\p{M}]/u;
const isStop = /[.!?؟۔…:؛»”"’)\]]/;

/** True when the run of vowel marks or joiners from `from` to `to` stands where no rule has to see it. A mark or joiner that
 *  follows a space is one with it and stays. */
function isIdle(raw: string, from: number, to: number): boolean {
  const before = raw.charAt(from - 1);
  if (!/[\u200c\u200d]/.test(raw.charAt(from))) return isLetter.test(before);
  return isStop.test(before) || (isMark.test(before) && !isMark.test(raw.charAt(to)));
}

/** What is visible of `raw`. */
export function visibleText(raw: string): VisibleText {
  if (!hidden.test(raw)) return { text: raw, after: (at) => at, before: (at) => at };
  const starts = new Int32Array(raw.length + 1);
  let size = 0;
  let from = 0;
  let text = '';
  const take = (to: number) => {
    text += raw.slice(from, to);
    for (let at = from; at < to; at++) starts[size++] = at;
  };
  for (const { index, 0: marks } of raw.matchAll(maybe)) {
    const to = index + marks.length;
    if (!isWeightless.test(marks) && !isIdle(raw, index, to)) continue;
    take(index);
    from = to;
  }
  if (from === 0 && !raw.includes(ZERO_WIDTH_SPACE)) return { text: raw, after: (at) => at, before: (at) => at };
  take(raw.length);
  starts[size] = raw.length;
  return {
    text: text.replaceAll(ZERO_WIDTH_SPACE, ' '),
    after: (at) => starts[at] as number,
    before: (at) => (at === 0 ? 0 : (starts[at - 1] as number) + 1),
  };
}

import { weightless, ZERO_WIDTH_SPACE } from '../characters/weightless.ts';

/** A text as the rules of segmentation look at it, with the way back to its own offsets. Marks without weight are left out
 *  and a space without width is a space, so that no rule has to know of either. */
export interface VisibleText {
  readonly text: string;
  /** The raw offset at which what is visible from `at` on begins. Marks that stand there belong to what is before. */
  after(at: number): number;
  /** The raw offset at which what is visible up to `at` ends. Marks that stand there belong to what follows. */
  before(at: number): number;
}

const hidden = new RegExp(`[${weightless}${ZERO_WIDTH_SPACE}]`);
const left = new RegExp(`[${weightless}]+`, 'g');

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
  for (const { index, 0: marks } of raw.matchAll(left)) {
    take(index);
    from = index + marks.length;
  }
  take(raw.length);
  starts[size] = raw.length;
  return {
    text: text.replaceAll(ZERO_WIDTH_SPACE, ' '),
    after: (at) => starts[at] as number,
    before: (at) => (at === 0 ? 0 : (starts[at - 1] as number) + 1),
  };
}

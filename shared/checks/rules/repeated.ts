import { inTarget, type PairRule, type Remark } from '../pair/rule.ts';

const word = /\p{L}[\p{L}\p{M}]{0,99}/gu;

/** A word that stands twice in a row: the second goes. Names such as New York, New York are parted by a comma; `had had` is English; where
 *  the Persian says something twice, a name or an exclamation may stand twice. */
export const repeated: PairRule = {
  severity: 'warning',
  check({ source, target }) {
    const remarks: Remark[] = [];
    let [before, end, isPart] = ['', 0, false];
    for (const { 0: found, index } of target.matchAll(word)) {
      const isNext = before !== '' && !isPart && /^\s+$/u.test(target.slice(end, index));
      const same = isNext && found.toLowerCase() === before.toLowerCase();
      if (same && !(mayRepeat.test(found) && saysTwice(source)) && found.toLowerCase() !== 'had') {
        remarks.push(inTarget({ from: end, to: index + found.length }, { found: `${before} ${found}` }, ''));
      }
      // Moon Jae-in in the past: the first one belongs to a name.
      isPart = target.charAt(index - 1) === '-';
      [before, end] = [found, index + found.length];
    }
    return remarks;
  },
};

/** Names, and words that are said twice for emphasis. */
const mayRepeat =
  /^(?:\p{Lu}.*|bye|ha|blah|knock|tut|very|no|so|yes|really|many|more|never|again|far|long|hear|now|oh|uh)$/u;

function saysTwice(source: string): boolean {
  return /(?<![\p{L}\u200c])(\p{L}{2,20})[\s،]{1,3}\1(?![\p{L}\u200c])/u.test(source);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TextChange, textChanges } from '../../../shared/language/words/text-changes.ts';

function applied(text: string, changes: readonly TextChange[]): string {
  return changes.reduceRight((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

describe('what changed between two texts', () => {
  it('is told by the letters that differ, whatever stands around', () => {
    expect(textChanges('یک دو\nسه چهار', 'یک دو\nسه چهارم')).toEqual([{ from: 13, to: 13, insert: 'م' }]);
    expect(textChanges('علي رفت', 'علی رفت')).toEqual([{ from: 2, to: 3, insert: 'ی' }]);
  });

  it('tells a line that was joined with the next one', () => {
    expect(textChanges('یک\nدو\nسه', 'یک دو\nسه')).toEqual([{ from: 2, to: 3, insert: ' ' }]);
  });

  it('leads from the one to the other, in order and without overlap', () => {
    const text = fc.array(fc.constantFrom('یک', 'دو', 'سه', 'می\u200cرود', '😀', ' ', '\n', '.', 'é'), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [a.join(''), b.join('')];
        const changes = textChanges(before, after);
        expect(applied(before, changes)).toBe(after);
        for (const [index, { from, to }] of changes.entries()) {
          expect(from).toBeLessThanOrEqual(to);
          expect(from).toBeGreaterThanOrEqual(changes[index - 1]?.to ?? 0);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctedOutline } from '../../../shared/language/sentences/corrected-outline.ts';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';

const text = 'وزیر: یک دو. سه چهار. / سفیر: پنج شش.\nهفت هشت\nنه ده.';
const outline = segmentSource(text, persianRules);
const corrected = (now: string) => {
  const { paragraphs, statements, units } = correctedOutline(text, outline, now);
  const read = ({ from, to }: { from: number; to: number }) => now.slice(from, to);
  return { paragraphs: paragraphs.map(read), statements: statements.map(read), units: units.map(read) };
};

describe('the structure of a corrected text', () => {
  it('is that of the text where nothing was corrected', () => {
    expect(correctedOutline(text, outline, text)).toEqual(outline);
  });

  it('takes statements and units along with what they cover', () => {
    const now = text.replace('دو', 'دوم').replace('نه', 'نُه و');
    expect(corrected(now).statements).toEqual(['وزیر: یک دوم. سه چهار.', 'سفیر: پنج شش.', 'هفت هشت', 'نُه و ده.']);
    expect(corrected(now).units).toContain('یک دوم.');
  });

  it('makes one statement of two lines that were joined, and two of one that was parted', () => {
    const joined = corrected(text.replace('هشت\nنه', 'هشت نه'));
    expect(joined.paragraphs).toHaveLength(2);
    expect(joined.statements.at(-1)).toBe('هفت هشت نه ده.');
    const parted = corrected(text.replace('سه چهار', 'سه\nچهار'));
    expect(parted.paragraphs).toHaveLength(4);
    expect(parted.statements.slice(0, 2)).toEqual(['وزیر: یک دو. سه', 'چهار.']);
  });

  it('keeps statements and units in order, each in its paragraph, whatever was corrected', () => {
    const word = fc.constantFrom('یک', 'دو', 'وزیر:', '/', '.', '\n', '\u200c', ' ');
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(12), fc.array(word, { maxLength: 6 }), (at, length, words) => {
        const now = text.slice(0, at) + words.join(' ') + text.slice(at + length);
        const { paragraphs, statements, units } = correctedOutline(text, outline, now);
        for (const parts of [statements, units]) {
          for (const [index, { from, to, paragraph }] of parts.entries()) {
            expect(from).toBeLessThan(to);
            expect(from).toBeGreaterThanOrEqual(Math.max(paragraphs[paragraph]?.from ?? 0, parts[index - 1]?.to ?? 0));
            expect(to).toBeLessThanOrEqual(paragraphs[paragraph]?.to ?? 0);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

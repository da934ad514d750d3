import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../shared/formats/text/plain-text.ts';
import { anyText } from '../rows.ts';

const cleaned = (raw: string) => {
  const result = cleanText(raw);
  return result.ok ? result.value : result.problems.map(({ rule }) => rule);
};
const problems = (raw: string) => {
  const result = cleanText(raw);
  return result.ok ? [] : result.problems;
};

describe('a pasted or imported text', () => {
  it('has its paragraphs joined by line feeds, whatever ended them', () => {
    expect(cleaned('یک\r\nدو\rسه\nچهار\u2029پنج\u2028شش\u0085هفت\vهشت\fنه')).toBe(
      'یک\nدو\nسه\nچهار\nپنج\nشش\nهفت\nهشت\nنه',
    );
  });

  it('loses blank lines, a byte order mark and spaces at the edges of paragraphs', () => {
    expect(cleaned('\ufeff\n\n  یک دو  \n \t \n\u00a0\u200f\nسه\n')).toBe('یک دو\nسه');
  });

  it('has a space where there was a tab', () => {
    expect(cleaned('\tیک\tدو')).toBe('یک دو');
  });

  it('keeps ZWNJ, NBSP and marks of direction, at the edges too', () => {
    const text = '\u200cمی‌رود\u00a0و\u200f «\u202bمی‌آید\u202c» \u200c';
    expect(cleaned(text)).toBe(text);
  });

  it('stays as it is when it is read again', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const once = cleaned(raw);
        if (typeof once === 'string') expect(cleaned(once)).toBe(once);
      }),
    );
  });

  it('keeps every character that is no edge space, tab or line break', () => {
    const kept = (text: string) => text.replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029\t ]|^\ufeff/g, '');
    const line = fc.string({ unit: fc.constantFrom('ا', 'ب', '\u200c', '\u200f', '\u00a0', ' ', '\t', '.', '😀') });
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const seen = lines.filter((each) => /[^\s\p{Cf}]/u.test(each)).join('\n');
        const result = cleaned(lines.join('\r\n'));
        if (typeof result === 'string') expect(kept(result)).toBe(kept(seen));
      }),
    );
  });

  it.each([
    ['', 'text.empty'],
    ['   \n\t\r\n', 'text.empty'],
    ['\ufeff', 'text.empty'],
    ['\u200c\u200f\u00a0', 'text.empty'],
    ['* * *\n…', 'text.no-words'],
  ])('is refused when there is nothing in it: %j', (raw, rule) => {
    expect(cleaned(raw)).toEqual([rule]);
  });

  it('is refused for a control character, with its line and column', () => {
    expect(problems('یک\r\nدو\u0000سه')).toEqual([
      {
        rule: 'text.control',
        line: 2,
        column: 3,
        values: { code: 'U+0000' },
        message:
          'Line 2, column 3 holds the control character U+0000, which no text should have. Remove it and import again.',
      },
    ]);
    expect(cleaned('\u001b[1mیک')).toEqual(['text.control']);
    expect(cleaned('یک\u007f')).toEqual(['text.control']);
    expect(cleaned('یک\u0091')).toEqual(['text.control']);
  });

  it('is refused for half of a surrogate pair, not for a whole one', () => {
    expect(problems('a😀\nb\ud83d')).toMatchObject([
      { rule: 'text.surrogate', line: 2, column: 2, values: { code: 'U+D83D' } },
    ]);
    expect(cleaned('\ude00a')).toEqual(['text.surrogate']);
    expect(cleaned('a😀')).toBe('a😀');
  });

  it('is refused for what Unicode keeps from being a character', () => {
    expect(problems('ab\ufffe\uffff')).toMatchObject([
      { rule: 'text.noncharacter', column: 3 },
      { rule: 'text.noncharacter', column: 4 },
    ]);
  });

  it('names ten bad places at most', () => {
    expect(problems(`a${'\u0000\n'.repeat(50)}`).map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('may have a line of a hundred thousand characters', () => {
    const line = 'می‌رود و '.repeat(12_500);
    expect(cleaned(line)).toBe(line.slice(0, -1));
    const spaces = `a${' '.repeat(100_000)}b`;
    expect(cleaned(`${spaces}  `)).toBe(spaces);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemes } from '../../../shared/language/characters/grapheme.ts';
import { anyText, graphemeBoundaries } from '../strings.ts';

describe('graphemes', () => {
  it('keep a letter with its ZWNJ and its marks', () => {
    const { floor, ceil, isBoundary } = graphemes('می\u200cکنم خانهٔ');
    expect([isBoundary(2), floor(2), ceil(2)]).toEqual([false, 1, 3]);
    expect(isBoundary(7)).toBe(true);
    expect(isBoundary(11)).toBe(false);
  });

  it('keep surrogate pairs, emoji families, flags and CR LF together', () => {
    for (const whole of ['😀', '👨‍👩‍👧', '🇮🇷', '\r\n', '\u0600ا']) {
      const { isBoundary } = graphemes(`ا${whole}ب`);
      expect([isBoundary(1), isBoundary(2), isBoundary(1 + whole.length)]).toEqual([true, false, true]);
    }
  });

  it('are those of the Unicode rules at every place of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const boundaries = graphemeBoundaries(text);
        const { isBoundary, floor, ceil } = graphemes(text);
        for (let at = 0; at <= text.length; at++) {
          expect(isBoundary(at)).toBe(boundaries.has(at));
          expect(floor(at)).toBe(Math.max(...[...boundaries].filter((boundary) => boundary <= at)));
          expect(ceil(at)).toBe(Math.min(...[...boundaries].filter((boundary) => boundary >= at)));
        }
      }),
    );
  });

  it('are those of the Unicode rules in a long text without two plain letters side by side', () => {
    for (const part of [' \u0301', '😀', '🇮🇷', '👨‍👩‍👧', '\u0301', 'ا\u064e\u0654', '가', '🇮🇷\u0301a\u200d']) {
      const text = part.repeat(Math.ceil(5000 / part.length));
      const boundaries = graphemeBoundaries(text);
      const { isBoundary } = graphemes(text);
      const places = Array.from({ length: text.length + 1 }, (_, at) => at);
      expect(places.filter(isBoundary)).toEqual([...boundaries].sort((a, b) => a - b));
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectedSpan, spanFault, wholeWords } from '../../../shared/names/entity/mention-span.ts';
import { anyText, graphemeBoundaries } from '../../language/strings.ts';

describe('the range of a mention', () => {
  it.each([
    ['روسیه', 0, 5, null],
    ['روسیه', -1, 5, 'outside'],
    ['روسیه', 0, 6, 'outside'],
    ['روسیه', 0.5, 2, 'outside'],
    ['روسیه', Number.NaN, 2, 'outside'],
    ['روسیه', 4, 2, 'reversed'],
    ['روسیه', 2, 2, 'empty'],
    ['😀😀', 1, 2, 'inside-character'],
    ['😀😀', 0, 3, 'inside-character'],
    ['می\u200cرود', 0, 2, 'inside-character'],
    ['خانهٔ ما', 0, 4, 'inside-character'],
    ['👨‍👩‍👧', 0, 2, 'inside-character'],
  ])('in %j from %d to %d is %s', (text, from, to, fault) => {
    expect(spanFault(text, { from, to })).toBe(fault);
  });
});

describe('a selection', () => {
  it.each([
    [' روسیه ', 0, 7, 'روسیه'],
    ['\u2067Iran\u2069', 0, 6, 'Iran'],
    ['روسیه', 5, 0, 'روسیه'],
    ['می\u200cرود', 3, 6, 'رود'],
    ['می\u200cرود', 0, 2, 'می\u200c'],
    ['😀 😀', 1, 3, '😀'],
    ['روسیه', -5, 50, 'روسیه'],
  ])('in %j from %d to %d means %j', (text, from, to, meant) => {
    const span = selectedSpan(text, { from, to });
    expect(span && text.slice(span.from, span.to)).toBe(meant);
  });

  it('of nothing but space means nothing', () => {
    expect(selectedSpan('a \u200f b', { from: 1, to: 4 })).toBeNull();
    expect(selectedSpan('a', { from: 1, to: 1 })).toBeNull();
  });

  it('leaves a space out with the mark that stands on it', () => {
    expect(selectedSpan(' \u064e ا', { from: 4, to: 0 })).toEqual({ from: 3, to: 4 });
  });

  it('always makes a range that a mention can have, or none', () => {
    fc.assert(
      fc.property(anyText, fc.nat(80), fc.nat(80), (text, from, to) => {
        const span = selectedSpan(text, { from, to });
        if (span === null) return;
        expect(spanFault(text, span)).toBeNull();
        expect(graphemeBoundaries(text).has(span.from)).toBe(true);
        expect(text.slice(span.from, span.to)).not.toMatch(
          /^[\s\u200e\u200f\u2066-\u2069]|[\s\u200e\u200f\u2066-\u2069]$/u,
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the whole words of a selection', () => {
  it.each([
    ['In Russia today', 'ussi', 'Russia'],
    ['In Russia today', 'a tod', 'Russia today'],
    ['In Russia today', 'Russia', 'Russia'],
    ['in Iran’s north', 'Ira', 'Iran'],
    ['in Iran’s north', 'Iran', 'Iran'],
    ['in Iran’s north', 'ran’', 'Iran’'],
    ['in Iran’s north', 'an’s', 'Iran’s'],
    ['Flann O’Brien', 'Bri', 'Brien'],
    ['کشور روسیه شریک', 'وسی', 'روسیه'],
    ['از ایران\u200cها', 'ایران', 'ایران'],
    ['از ایران\u200cها', 'یرا', 'ایران\u200cها'],
  ])('in %j of %j is %j', (text, selected, whole) => {
    const from = text.indexOf(selected);
    const span = wholeWords(text, { from, to: from + selected.length });
    expect(text.slice(span.from, span.to)).toBe(whole);
  });

  it('never lose a letter of it, and are whole already', () => {
    fc.assert(
      fc.property(anyText, fc.nat(80), fc.nat(80), (text, from, to) => {
        const span = selectedSpan(text, { from, to });
        if (!span) return;
        const whole = wholeWords(text, span);
        expect(whole.from).toBeLessThanOrEqual(span.from);
        expect(whole.to).toBeGreaterThanOrEqual(span.to);
        expect(spanFault(text, whole)).toBeNull();
        expect(wholeWords(text, whole)).toEqual(whole);
      }),
    );
  });
});

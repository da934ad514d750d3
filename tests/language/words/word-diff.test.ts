import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedSpan, type DiffPart, wordDiff } from '../../../shared/language/words/word-diff.ts';
import { goldTranslations, paragraphs } from '../sample.ts';
import { anyText, graphemeBoundaries } from '../strings.ts';

const signs = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
const shown = (parts: readonly DiffPart[]) => parts.map(({ kind, text }) => signs[kind].join(text)).join('');
const spelt = (parts: readonly DiffPart[], kind: DiffPart['kind']) =>
  parts.filter((part) => part.kind === 'same' || part.kind === kind).map(({ text }) => text);

/** Two texts that have much in common: one of them edited here and there. */
const edited: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(fc.constantFrom(...paragraphs, ...goldTranslations.map(({ target }) => target)), fc.infiniteStream(fc.nat(9)))
  .map(([text, chances]) => {
    const words = text.split(/(?<=\s)/);
    const changed = words.flatMap((word) => {
      const chance = chances.next().value;
      return chance === 0 ? [] : chance === 1 ? ['نو '] : chance === 2 ? [word, 'new '] : [word];
    });
    return [text, changed.join('')] as const;
  });

describe('the word diff', () => {
  it.each([
    ['The red car', 'The blue car', 'The [-red-]{+blue+} car'],
    ['The car', 'The new car', 'The {+new +}car'],
    ['The new car', 'The car', 'The [-new -]car'],
    ['We met, then left', 'We met then left', 'We met[-,-] then left'],
    ['It is so', 'It is so.', 'It is so{+.+}'],
    ['وزیر خارجه روسیه', 'وزیر امور خارجه روسیه', 'وزیر {+امور +}خارجه روسیه'],
    ['نشست خبری، امروز', 'نشست مشترک، امروز', 'نشست [-خبری-]{+مشترک+}، امروز'],
    ['می‌کنیم', 'میکنیم', '[-می‌کنیم-]{+میکنیم+}'],
    ['', 'new', '{+new+}'],
    ['old', '', '[-old-]'],
    ['same', 'same', 'same'],
    ['', '', ''],
  ])('shows %j made into %j', (before, after, expected) => {
    expect(shown(wordDiff(before, after))).toBe(expected);
  });

  it('does not show a space or a small word as all that was kept', () => {
    expect(shown(wordDiff('red car', 'blue bike'))).toBe('[-red car-]{+blue bike+}');
    expect(shown(wordDiff('the end of talks', 'a start of war'))).toBe('[-the end of talks-]{+a start of war+}');
    expect(shown(wordDiff('صلح و امنیت', 'جنگ و بحران'))).toBe('[-صلح و امنیت-]{+جنگ و بحران+}');
  });

  it('keeps a small word beside words that stayed', () => {
    expect(shown(wordDiff('peace and war of words', 'peace and war in words'))).toBe(
      'peace and war [-of-]{+in+} words',
    );
  });

  it.each([
    ['any two texts', fc.tuple(anyText, anyText)],
    ['a text and its edited form', edited],
  ])('spells both of %s', (_, texts: fc.Arbitrary<readonly [string, string]>) => {
    fc.assert(
      fc.property(texts, ([before, after]) => {
        const parts = wordDiff(before, after);
        expect(spelt(parts, 'removed').join('')).toBe(before);
        expect(spelt(parts, 'added').join('')).toBe(after);
        parts.forEach((part, at) => {
          expect(part.text).not.toBe('');
          expect(part.kind).not.toBe(parts[at + 1]?.kind);
          if (part.kind === 'added') expect(parts[at + 1]?.kind).not.toBe('removed');
        });
      }),
    );
  });

  it('changes nothing in equal texts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(wordDiff(text, text)).toEqual(text === '' ? [] : [{ kind: 'same', text }]);
      }),
    );
  });

  it('bears two long texts that have little in common', () => {
    const before = Array.from({ length: 20_000 }, (_, i) => `w${i % 977}`).join(' ');
    const after = Array.from({ length: 20_000 }, (_, i) => `w${(i * 7) % 983}`).join(' ');
    const parts = wordDiff(before, after);
    expect(spelt(parts, 'removed').join('')).toBe(before);
    expect(spelt(parts, 'added').join('')).toBe(after);
  });
});

describe('the changed span', () => {
  const replaced = (text: string, change: ReturnType<typeof changedSpan>) =>
    change === null ? text : text.slice(0, change.from) + change.insert + text.slice(change.to);

  it('is the smallest replacement', () => {
    expect(changedSpan('The red car', 'The blue car')).toEqual({ from: 4, to: 7, insert: 'blue' });
    expect(changedSpan('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' });
    expect(changedSpan('aaa', 'aa')).toEqual({ from: 2, to: 3, insert: '' });
    expect(changedSpan('ما', 'ما')).toBeNull();
  });

  it('takes whole graphemes', () => {
    expect(changedSpan('😀', '😁')).toEqual({ from: 0, to: 2, insert: '😁' });
    expect(changedSpan('می‌کنیم', 'میکنیم')).toEqual({ from: 1, to: 3, insert: 'ی' });
    expect(changedSpan('خانه ما', 'خانهٔ ما')).toEqual({ from: 3, to: 4, insert: 'هٔ' });
  });

  it('makes one text into the other and cuts no grapheme of either', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(anyText, anyText), edited), ([before, after]) => {
        const change = changedSpan(before, after);
        expect(change === null).toBe(before === after);
        expect(replaced(before, change)).toBe(after);
        if (change === null) return;
        const [was, is] = [graphemeBoundaries(before), graphemeBoundaries(after)];
        expect(was.has(change.from) && was.has(change.to)).toBe(true);
        expect(is.has(change.from) && is.has(change.from + change.insert.length)).toBe(true);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { lexiconOf } from '../../../shared/alignment/lexicon/lexicon.ts';
import { seedEntries, seedLexicon } from '../../../shared/alignment/lexicon/seed.ts';
import { foldKey } from '../../../shared/language/characters/fold.ts';

const key = (word: string) => foldKey(word, 'tight');
const words = (lexicon: ReturnType<typeof lexiconOf>, word: string) =>
  lexicon.glosses(key(word)).map(({ stems }) => stems.join(' '));

describe('lexiconOf', () => {
  const lexicon = lexiconOf([
    { fa: ['وزیر خارجه', 'وزیر امور خارجه'], en: ['foreign minister'], kind: 'word' },
    { fa: ['همکاری'], en: ['cooperation'], kind: 'word' },
    { fa: ['همکار'], en: ['colleague'], kind: 'word' },
    { fa: ['۱۲۳'], en: ['—'], kind: 'word' },
  ]);

  it('finds an entry by any spelling and form of it', () => {
    for (const form of ['وزیر خارجه', 'وزیرخارجه', 'وزير‌خارجه', 'وزیر امور خارجه‌ای']) {
      expect(words(lexicon, form)).toEqual(['foreign minist'.replace('minist', 'minister')]);
    }
  });

  it('takes the longest base', () => {
    expect(words(lexicon, 'همکاری‌های')).toEqual(['cooperation']);
    expect(words(lexicon, 'همکاران')).toEqual(['colleagu']);
  });

  it('counts no base that leaves the last word out', () => {
    expect(lexicon.glosses(key('همکاری است'))).toHaveLength(1);
    expect(lexicon.glosses(key('همکاری است'), key('همکاری').length)).toEqual([]);
  });

  it('tells how many words entries have that begin with a word', () => {
    expect(lexicon.longest(key('وزیر'))).toBe(3);
    expect(lexicon.longest(key('خارجه'))).toBe(0);
  });

  it('leaves out entries without an English word', () => {
    expect(lexicon.glosses(key('۱۲۳'))).toEqual([]);
  });
});

describe('the seed lexicon', () => {
  it('knows frequent words of news in their forms', () => {
    for (const [word, english] of [
      ['دولت‌ها', 'government'],
      ['می‌گویند', 'say'],
      ['مذاکره‌کنندگان', 'negotiator'],
      ['سه‌شنبه', 'tuesday'],
    ] as const) {
      expect(words(seedLexicon(), word)).toContain(english);
    }
  });

  it('has no line without both sides, no stray space, and Persian letters on the Persian side only', () => {
    for (const { fa, en } of seedEntries()) {
      expect(fa.length * en.length).toBeGreaterThan(0);
      for (const word of fa) expect(word).toMatch(/^[\u0621-\u06cc\u200c]+(?: [\u0621-\u06cc\u200c]+)*$/u);
      for (const word of en) expect(word).toMatch(/^[a-z]+(?:[ -][a-z]+)*$/u);
    }
  });
});

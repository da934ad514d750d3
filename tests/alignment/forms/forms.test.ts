import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishStem } from '../../../shared/alignment/forms/english-stem.ts';
import { languageOf } from '../../../shared/alignment/forms/language-of.ts';
import { gregorianYears, numberValue } from '../../../shared/alignment/forms/number-value.ts';
import { persianBases, persianStem } from '../../../shared/alignment/forms/persian-stem.ts';
import { verbForms } from '../../../shared/alignment/forms/persian-verbs.ts';
import { foldKey } from '../../../shared/language/characters/fold.ts';
import { anyText } from '../../language/strings.ts';
import { sample } from '../sample.ts';

const key = (word: string) => foldKey(word, 'tight');

describe('englishStem', () => {
  it.each([
    ['minister', 'ministers', 'Ministers’', 'minister’s'],
    ['make', 'makes', 'making', 'made'],
    ['country', 'countries'],
    ['say', 'says', 'said'],
    ['stop', 'stopped', 'stopping'],
    ['fall', 'falling', 'fell'],
    ['official', 'officially'],
    ['child', 'children'],
    ['try', 'tried', 'tries'],
    ['use', 'used', 'using'],
    ['agree', 'agreed', 'agreeing'],
    ['crisis', 'crises'],
    ['Türkiye', 'turkiye'],
  ])('is the same for all forms of %s', (...forms) => {
    expect(new Set(forms.map(englishStem)).size).toBe(1);
  });

  it('keeps apart what only looks alike', () => {
    for (const [a, b] of [
      ['news', 'new'],
      ['king', 'k'],
      ['united', 'unit'],
      ['bus', 'bu'],
      ['bed', 'be'],
    ]) {
      expect(englishStem(a as string)).not.toBe(englishStem(b as string));
    }
  });

  it('takes any text', () => {
    fc.assert(fc.property(anyText, (text) => typeof englishStem(text) === 'string'));
  });
});

describe('persianBases', () => {
  it.each([
    ['همکاری‌های', 'همکاری'],
    ['همکاریهایشان', 'همکاری'],
    ['قوی‌ترین', 'قوی'],
    ['کشورها', 'کشور'],
    ['نمایندگان', 'نماینده'],
    ['کتابش', 'کتاب'],
  ])('of %s has %s', (form, base) => {
    expect(persianBases(key(form))).toContain(key(base));
  });

  it('begins with the word itself and goes on to shorter ones', () => {
    const bases = persianBases(key('همکاریهای'));
    expect(bases[0]).toBe(key('همکاریهای'));
    expect(bases.map(({ length }) => length)).toEqual(bases.map(({ length }) => length).toSorted((a, b) => b - a));
  });
});

it('persianStem is one for plurals and prefixes, and leaves short words alone', () => {
  expect(persianStem(key('کشورهای'))).toBe(persianStem(key('کشور')));
  expect(persianStem(key('بیماری'))).not.toBe(persianStem(key('بیمار')));
  expect(persianStem(key('ها'))).toBe(key('ها'));
});

it('verbForms has the forms that news use', () => {
  const forms = verbForms('گفت', 'گو');
  for (const form of ['گفت', 'گفتند', 'نگفته', 'می‌گوید', 'نمی‌گفت', 'بگوید', 'بگو', 'گفتن', 'گفته‌اند']) {
    expect(forms).toContain(key(form));
  }
});

describe('numberValue', () => {
  it.each([
    ['۱٬۲۰۰', '1200'],
    ['1,200', '1200'],
    ['١٢٠٠', '1200'],
    ['۳٫۵۰', '3.5'],
    ['3.5', '3.5'],
    ['007', '7'],
    ['19th', '19'],
    ['1990s', '1990'],
    ['۳.۵', '3.5'],
  ])('of %s is %s', (word, value) => expect(numberValue(word)).toBe(value));

  it.each(['', 'دو', '1.2.3', '12a', 'a12'])('of %j is none', (word) => expect(numberValue(word)).toBeNull());
});

it('a Solar Hijri year lies in two Gregorian ones', () => {
  expect(gregorianYears('1402')).toEqual(['2023', '2024']);
  expect(gregorianYears('2023')).toEqual([]);
});

describe('languageOf', () => {
  const persian = sample.map(({ source }) => source);
  const english = sample.map(({ target }) => target);

  it('tells Persian and English', () => {
    expect(languageOf(persian)).toBe('fa');
    expect(languageOf(english)).toBe('en');
  });

  it('tells Arabic, French and Greek from them', () => {
    const many = (text: string) => Array.from({ length: 5 }, () => text);
    expect(languageOf(many('قال وزير الخارجية الروسي إن المفاوضات بين البلدين مستمرة في موسكو'))).toBe('other');
    expect(languageOf(many('Le ministre des affaires étrangères a déclaré que les négociations continuent'))).toBe(
      'other',
    );
    expect(languageOf(many('Η κυβέρνηση ανακοίνωσε σήμερα νέα μέτρα για την οικονομία'))).toBe('other');
  });

  it('tells that there is no word', () => {
    expect(languageOf([])).toBe('none');
    expect(languageOf(['123', '…'])).toBe('none');
  });
});

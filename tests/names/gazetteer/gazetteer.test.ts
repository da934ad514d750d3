import { describe, expect, it } from 'vitest';
import { defaultLabels } from '../../../shared/core/label.ts';
import { gregorianDate } from '../../../shared/language/words/solar-hijri.ts';
import { englishPlural, persianDemonyms, withYa } from '../../../shared/names/gazetteer/demonyms.ts';
import {
  builtInGazetteer,
  builtInGazetteerInPieces,
  gazetteerInPieces,
} from '../../../shared/names/gazetteer/gazetteer.ts';

const gazetteer = builtInGazetteer();
const named = (name: string) => [...new Set(gazetteer.names.named(name).map(({ entry }) => entry.id))];
const entry = (id: string) => gazetteer.entries.find((each) => each.id === id);

describe('the gazetteer', () => {
  it('has each entry once, with names in both languages and a label that every project has', () => {
    const { entries } = gazetteer;
    const labels = defaultLabels.map(({ id }) => id);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(
      entries.filter(({ fa, en, label }) => fa.length === 0 || en.length === 0 || !labels.includes(label)),
    ).toEqual([]);
    expect(entries.filter(({ id }) => /^[A-Z]{2}$/.test(id)).length).toBeGreaterThan(200);
  });

  it('is made once, in more pieces than there are countries', () => {
    const pieces = gazetteerInPieces();
    let count = 0;
    let made = pieces.next();
    for (; !made.done; made = pieces.next()) count += 1;
    expect(count).toBeGreaterThan(250);
    expect(made.value.entries).toEqual(gazetteer.entries);
    expect([...builtInGazetteerInPieces()]).toEqual([]);
    expect(builtInGazetteer()).toBe(gazetteer);
  });

  it('has no name for the world, the Americas or what has none', () => {
    for (const name of ['جهان', 'ناحیه نامشخص', 'انگلیسی با لهجه خارجی']) expect(named(name)).toEqual([]);
    expect(named('امریکا')).toEqual(['US']);
  });

  it.each([
    ['آمریکا', 'US', 'United States', 'American'],
    ['انگلیس', 'GB', 'United Kingdom', 'British'],
    ['امارات', 'AE', 'United Arab Emirates', 'Emirati'],
    ['کره شمالی', 'KP', 'North Korea', 'North Korean'],
    ['جمهوری چک', 'CZ', 'Czech Republic', 'Czech'],
    ['اروپا', 'region:Europe', 'Europe', 'European'],
    ['غرب', 'region:West', 'West', 'Western'],
    ['روسیه', 'RU', 'Russia', 'Russian'],
    ['هلند', 'NL', 'Netherlands', 'Dutch'],
    ['میانمار', 'MM', 'Myanmar', 'Burmese'],
    ['بوسنی و هرزگوین', 'BA', 'Bosnia', 'Bosnian'],
  ])('knows %s', (fa, id, en, kin) => {
    expect(named(fa)).toContain(id);
    expect(entry(id)?.en[0]).toBe(en);
    expect(entry(id)?.kin).toContain(kin);
  });

  it.each([
    ['روسی', 'Russian'],
    ['ایرانی', 'Iranian'],
    ['آمریکایی', 'American'],
    ['آمریکائی', 'American'],
    ['اروپایی', 'European'],
    ['غربی', 'Western'],
    ['غربی‌ها', 'Westerners'],
    ['روس‌ها', 'Russians'],
    ['ایرانیان', 'Iranians'],
    ['فرانسوی', 'French'],
    ['ترکیه‌ای', 'Turkish'],
    ['اسلامی', 'Islamic'],
    ['فارسی', 'Persian'],
    ['کره‌ای', 'Korean'],
  ])('knows how peoples are called: %s, %s', (fa, en) => {
    const all = gazetteer.names.named(fa).flatMap(({ entry }) => [entry.label, ...entry.en]);
    expect(all).toContain('NORP');
    expect(all).toContain(en);
  });
});

describe('demonyms', () => {
  it('follow from the name of a country in Persian', () => {
    expect(['ایران', 'آمریکا', 'لیبی', 'قاهره', 'کنگو'].map(withYa)).toEqual([
      'ایرانی',
      'آمریکایی',
      'لیبیایی',
      'قاهره‌ای',
      'کنگویی',
    ]);
    expect(persianDemonyms('XX', ['ایران', 'جمهوری اسلامی ایران'])).toEqual(['ایرانی']);
  });

  it('have a plural in English, or none', () => {
    expect(['Russian', 'German', 'Dutchman', 'Iraqi', 'Swede', 'Greek'].map(englishPlural)).toEqual([
      'Russians',
      'Germans',
      'Dutchmen',
      'Iraqis',
      'Swedes',
      'Greeks',
    ]);
    expect(['Chinese', 'French', 'Swiss', 'British', 'Dutch'].map(englishPlural)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a day of the Solar Hijri calendar', () => {
  it.each([
    [1357, 11, 22, '1979-2-11'],
    [1401, 1, 1, '2022-3-21'],
    [1399, 12, 30, '2021-3-20'],
    [1403, 12, 30, '2025-3-20'],
    [1300, 1, 1, '1921-3-21'],
  ])('%d-%d-%d is a Gregorian one', (year, month, day, expected) => {
    const date = gregorianDate(year, month, day);
    expect(date && `${date.year}-${date.month}-${date.day}`).toBe(expected);
  });

  it('may not be there', () => {
    expect(gregorianDate(1400, 12, 30)).toBeNull();
    expect(gregorianDate(1400, 13, 1)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { englishSounds, persianSounds } from '../../../shared/language/sounds/sounds.ts';
import { likeness } from '../../../shared/language/sounds/transliteration.ts';
import { namedText } from '../../../shared/names/entity/name-index.ts';
import { englishDemonyms } from '../../../shared/names/gazetteer/demonyms.ts';
import { soundingPlaces, soundPlaces } from '../../../shared/names/projection/sounds.ts';
import { sentences } from '../../names/reference.ts';

/** Names of the sample and of news, as agencies write them. */
const pairs: readonly (readonly [fa: string, en: string])[] = [
  ['حسین ابراهیم طه', 'Hissein Brahim Taha'],
  ['امیرعبداللهیان', 'Amir-Abdollahian'],
  ['بوشهر', 'Bushehr'],
  ['روسیه', 'Russia'],
  ['اوکراین', 'Ukraine'],
  ['ولادیمیر پوتین', 'Vladimir Putin'],
  ['سرگئی لاوروف', 'Sergey Lavrov'],
  ['ولودیمیر زلنسکی', 'Volodymyr Zelenskiy'],
  ['جو بایدن', 'Joe Biden'],
  ['دونالد ترامپ', 'Donald Trump'],
  ['آنتونی بلینکن', 'Antony Blinken'],
  ['امانوئل مکرون', 'Emmanuel Macron'],
  ['اولاف شولتس', 'Olaf Scholz'],
  ['ریشی سوناک', 'Rishi Sunak'],
  ['رجب طیب اردوغان', 'Recep Tayyip Erdogan'],
  ['بنیامین نتانیاهو', 'Benjamin Netanyahu'],
  ['محمود عباس', 'Mahmoud Abbas'],
  ['بشار اسد', 'Bashar al-Assad'],
  ['محمد بن سلمان', 'Mohammed bin Salman'],
  ['نوری المالکی', 'Nouri al-Maliki'],
  ['مقتدی صدر', 'Moqtada al-Sadr'],
  ['حسن نصرالله', 'Hassan Nasrallah'],
  ['رافائل گروسی', 'Rafael Grossi'],
  ['آنتونیو گوترش', 'Antonio Guterres'],
  ['جوزپ بورل', 'Josep Borrell'],
  ['انریکه مورا', 'Enrique Mora'],
  ['علی باقری کنی', 'Ali Bagheri Kani'],
  ['محمدجواد ظریف', 'Mohammad Javad Zarif'],
  ['ابراهیم رئیسی', 'Ebrahim Raisi'],
  ['حسن روحانی', 'Hassan Rouhani'],
  ['قاسم سلیمانی', 'Qassem Soleimani'],
  ['شی جین پینگ', 'Xi Jinping'],
  ['وانگ یی', 'Wang Yi'],
  ['نارندرا مودی', 'Narendra Modi'],
  ['شهباز شریف', 'Shehbaz Sharif'],
  ['کیم جونگ اون', 'Kim Jong-un'],
  ['الکساندر لوکاشنکو', 'Alexander Lukashenko'],
  ['الهام علی‌اف', 'Ilham Aliyev'],
  ['نیکول پاشینیان', 'Nikol Pashinyan'],
  ['خرسون', 'Kherson'],
  ['زاپوریژیا', 'Zaporizhzhia'],
  ['نخجوان', 'Nakhchivan'],
];

const like = (fa: string, en: string) => likeness(persianSounds(fa), englishSounds(en));

describe('the likeness of names', () => {
  it('finds the partner of 42 names of news among all capitalised words', () => {
    const text = [...sentences.map(({ target }) => target), ...pairs.map(([, en]) => `And ${en} said.`)].join('\n');
    const places = soundingPlaces(namedText(text));
    const found = pairs.map(([fa, en]) => {
      const best = soundPlaces(fa, places).toSorted((a, b) => b.score - a.score)[0];
      return { fa, en, found: best ? text.slice(best.from, best.to) : null };
    });
    expect(pairs).toHaveLength(42);
    expect(found.filter(({ en, found }) => found !== null && found !== en)).toEqual([]);
    expect(found.filter(({ en, found }) => found === en).length).toBeGreaterThanOrEqual(41);
  });

  it('hears no other name in their place', () => {
    for (const [fa, en] of pairs) {
      const others = pairs.filter(([, other]) => other !== en).map(([, other]) => `And ${other} said.`);
      const wrong = soundPlaces(fa, soundingPlaces(namedText(others.join('\n'))));
      expect([fa, wrong]).toEqual([fa, []]);
    }
  });

  it('finds nine of ten countries among all by their sound alone', () => {
    const [fa, en] = ['fa', 'en'].map((lang) => new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' }));
    const oneWord = [...englishDemonyms.keys()].flatMap((code) => {
      const [persian = '', english = ''] = [fa?.of(code), en?.of(code)];
      return /^\p{L}+$/u.test(persian) && /^\p{L}+$/u.test(english) ? [{ persian, english }] : [];
    });
    const right = oneWord.filter(({ persian, english }) =>
      oneWord.every((other) => other.english === english || like(persian, other.english) < like(persian, english)),
    );
    expect(oneWord.length).toBeGreaterThan(120);
    expect(right.length / oneWord.length).toBeGreaterThan(0.86);
  });

  it('is 1 for the same sounds and 0 for strangers', () => {
    expect(like('ایران', 'Iran')).toBeGreaterThan(0.95);
    expect(like('آمریکا', 'United States')).toBe(0);
    expect(like('', 'Iran')).toBe(0);
    expect(like('ایران', '')).toBe(0);
  });

  it('does not mind how Persian is typed', () => {
    for (const spelling of ['زلنسکی', 'زلنسكي', 'زِلِنسکی', 'زلنـــسکی', 'زلن‌سکی']) {
      expect(like(spelling, 'Zelenskiy')).toBe(like('زلنسکی', 'Zelenskiy'));
    }
  });

  it('does not mind the accents, hyphens and doubled letters of English', () => {
    expect(like('اردوغان', 'Erdoğan')).toBeGreaterThan(0.8);
    expect(like('شولتس', 'Schölz')).toBe(like('شولتس', 'Scholz'));
    expect(like('کیم جونگ اون', 'Kim Jong Un')).toBe(like('کیم جونگ اون', 'Kim Jong-un'));
    expect(like('سنندج', 'Sanandaj')).toBeGreaterThan(0.9);
  });
});

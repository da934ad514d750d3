import { expect, it } from 'vitest';
import { type LinkedPair, termProposals } from '../../shared/terms/proposed.ts';

/** A pair with links by the words of both sides: `بانک=Bank`. */
function pair(fa: string, en: string, ...links: readonly string[]): LinkedPair {
  const spans = links.map((link) => {
    const [persian = '', english = ''] = link.split('=');
    const [a, b] = [fa.indexOf(persian), en.indexOf(english)];
    if (a < 0 || b < 0) throw new Error(`${link} is not in the pair`);
    return { fa: { from: a, to: a + persian.length }, en: { from: b, to: b + english.length } };
  });
  return { fa, en, links: spans };
}

function proposed(...pairs: readonly LinkedPair[]) {
  const proposals = termProposals();
  for (const each of pairs) proposals.add(each);
  return proposals.proposed().map(({ fa, en, count }) => `${fa} = ${en} (${count})`);
}

const bank = (rest = '') =>
  pair(`بانک مرکزی${rest} گفت.`, `The Central Bank${rest} said so.`, 'بانک=Bank', 'مرکزی=Central');

it('proposes words whose links lead only to each other, once they stand in three places', () => {
  expect(proposed(bank(), bank())).toEqual([]);
  expect(proposed(bank(), bank(), bank())).toEqual(['بانک مرکزی = Central Bank (3)']);
  const other = pair('بانك‌ مرکزی هم.', 'A Central bank too.', 'بانك=bank', 'مرکزی=Central');
  expect(proposed(bank(), bank(), other)).toEqual(['بانک مرکزی = Central Bank (3)']);
});

it('guesses nothing where no links stand', () => {
  const bare = pair('بانک مرکزی گفت.', 'The Central Bank said so.');
  expect(proposed(bare, bare, bare, bare)).toEqual([]);
  const half = pair('بانک مرکزی گفت.', 'The Central Bank said so.', 'بانک=Bank');
  expect(proposed(half, half, half)).toEqual([]);
});

it('takes nothing over punctuation, nor what one of the words also says elsewhere', () => {
  const listed = pair('نفت، گاز', 'oil, gas', 'نفت=oil', 'گاز=gas');
  expect(proposed(listed, listed, listed)).toEqual([]);
  const crossed = pair('نرخ ارز بازار', 'rate market exchange', 'نرخ=rate', 'ارز=exchange', 'بازار=market');
  expect(proposed(crossed, crossed, crossed)).not.toContainEqual(expect.stringMatching(/^نرخ ارز = /));
});

it('begins and ends with words that say something', () => {
  const from = pair('از بانک', 'from banks', 'از=from', 'بانک=banks');
  expect(proposed(from, from, from)).toEqual([]);
  const dollar = pair('دلار', 'the US dollar', 'دلار=the US dollar');
  expect(proposed(dollar, dollar, dollar)).toEqual(['دلار = US dollar (3)']);
});

it('leaves out what nearly always stands within a longer term, and keeps what stands alone too', () => {
  const long = pair(
    'صندوق بین‌المللی پول',
    'International Monetary Fund',
    'صندوق=Fund',
    'بین‌المللی=International',
    'پول=Monetary',
  );
  expect(proposed(long, long, long)).toEqual(['صندوق بین‌المللی پول = International Monetary Fund (3)']);
  const governor = pair('رئیس بانک مرکزی', 'Central Bank governor', 'رئیس=governor', 'بانک=Bank', 'مرکزی=Central');
  expect(proposed(governor, governor, governor, bank(), bank(), bank())).toEqual([
    'بانک مرکزی = Central Bank (6)',
    'رئیس بانک مرکزی = Central Bank governor (3)',
  ]);
});

const noun = (fa: string, en: string) => {
  const [first = '', second = ''] = fa.split(' ');
  const [a = '', b = ''] = en.split(' ');
  return pair(`${fa} ماند.`, `The ${en} stayed.`, `${first}=${b}`, `${second}=${a}`);
};

it('counts the forms of both sides together, under those that stand most', () => {
  const forms = [
    noun('شرکت دولتی', 'state company'),
    noun('شرکت‌های دولتی', 'state companies'),
    noun('شرکت‌های دولتی', 'state companies'),
    noun('شرکتهای دولتی‌شان', 'state company'),
  ];
  expect(proposed(...forms)).toEqual(['شرکت‌های دولتی = state companies (4)']);
  // Neither form stands in three places by itself.
  expect(proposed(...forms.slice(0, 3))).toEqual(['شرکت‌های دولتی = state companies (3)']);
});

it('keeps apart what sounds like a form and says something else', () => {
  const growth = Array.from({ length: 3 }, () => noun('رشد اقتصاد', "economy's growth"));
  const economic = Array.from({ length: 4 }, () => noun('رشد اقتصادی', 'economic growth'));
  const once = noun('رشد اقتصاد', 'economic growth');
  const told = proposed(...growth, ...economic, once).map((one) => one.split(' = ')[0]);
  expect(told).toEqual(['رشد اقتصادی', 'رشد اقتصاد']);
});

it('takes the English that a Persian term stands for most, whatever its forms', () => {
  const rate = Array.from({ length: 3 }, () => noun('نرخ ارز', 'exchange rate'));
  const rates = Array.from({ length: 2 }, () => noun('نرخ‌های ارز', 'exchange rates'));
  const prices = Array.from({ length: 4 }, () => noun('نرخ ارز', 'currency price'));
  expect(proposed(...rate, ...prices)).toEqual(['نرخ ارز = currency price (4)']);
  expect(proposed(...rate, ...rates, ...prices)).toEqual(['نرخ ارز = exchange rate (5)']);
});

it('leaves out what stands within a longer term, in other forms too', () => {
  const long = (fa: string, en: string) =>
    pair(fa, en, ...fa.split(' ').map((word, at) => `${word}=${en.split(' ').at(-1 - at)}`));
  const banks = [
    long('بانک مرکزی آسیا', 'Asian Central Bank'),
    long('بانک‌های مرکزی آسیا', 'Asian Central Banks'),
    long('بانک‌های مرکزی آسیا', 'Asian Central Banks'),
  ];
  expect(proposed(...banks)).toEqual(['بانک‌های مرکزی آسیا = Asian Central Banks (3)']);
});

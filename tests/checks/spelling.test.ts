import { expect, it } from 'vitest';
import { openSpelling } from '../../server/spelling/spelling.ts';
import { type English, ownWords, proofread, WordBook } from '../../shared/checks/spelling.ts';

const desk = openSpelling();

/** What is told of a text once the dictionaries were asked. */
async function told(text: string, english: English = 'any', own: readonly string[] = []) {
  const spelling = { book: desk.book(english), own: ownWords([], [], own) };
  proofread(text, [], spelling);
  await desk.look({ english, words: spelling.book.takeWanted(Number.POSITIVE_INFINITY) });
  return proofread(text, [], spelling).remarks.map(({ from, to, fix }) => [text.slice(from, to), fix]);
}

it('tells words that no dictionary has, with what may be meant', async () => {
  expect(await told('The goverment will recieve them.')).toEqual([
    ['goverment', 'government'],
    ['recieve', 'receive'],
  ]);
  expect(await told('Goverment buildings stay open. Presidnet it is.')).toEqual([
    ['Goverment', 'Government'],
    ['Presidnet', 'President'],
  ]);
});

it('thinks first of letters that changed places', async () => {
  expect(await told('We saw teh letter of adn.')).toEqual([
    ['teh', 'the'],
    ['adn', 'and'],
  ]);
});

it('tells nothing of names, numbers, addresses, acronyms, and words that others make up', async () => {
  const right = [
    'In Shiraz Mr Qalibafzadeh met McDonaldson.',
    'Khamenei spoke. Vettel left.',
    'See https://exampel.org/abotu, mail to reciever@exampel.org or @goverment, file raport.pdf.',
    'The 21stt, 5kmh and UNHCRR of the IRGCC.',
    'It’s the people’s ex-goverrment and the unpresidential pre-negotiation.',
    'پروژه',
  ];
  for (const text of right) expect([text, await told(text)]).toEqual([text, []]);
});

it('takes American and British English alike, unless it is said which', async () => {
  const text = 'The colour of the color.';
  expect(await told(text)).toEqual([]);
  expect(await told(text, 'us')).toEqual([['colour', 'color']]);
  expect(await told(text, 'gb')).toEqual([['color', 'colour']]);
});

it('knows the words of a project, its names and its terms, however they are written', async () => {
  expect(await told('The rahbarr of the Majliss’s hall.', 'any', ['Rahbarr'])).toEqual([]);
  const entity = {
    id: 'e',
    label: 'ORG',
    fa: 'مجلس',
    en: 'majliss',
    faOther: [],
    enOther: [],
    wikidata: null,
    note: '',
  };
  const term = {
    fa: 'فقیه',
    en: [{ text: 'faqihh', use: 'preferred' as const }],
    note: '',
    domain: '',
    partOfSpeech: null,
  };
  const own = ownWords([entity], [term], []);
  expect([...own]).toEqual(['majliss', 'faqihh']);
});

it('passes over what is marked as a name, and tells that it waits for words', () => {
  const spelling = { book: new WordBook(), own: new Set<string>() };
  spelling.book.put(['the', 'vali', 'faqihh'], { faqihh: [] });
  expect(proofread('the faqihh', [{ from: 4, to: 10 }], spelling)).toEqual({ remarks: [], isWhole: true });
  expect(proofread('the vali here', [], spelling).isWhole).toBe(false);
  expect(spelling.book.takeWanted(10)).toEqual(['here']);
});

it('takes a text of a million letters in its stride', () => {
  const spelling = { book: new WordBook(), own: new Set<string>() };
  for (const text of [
    'a'.repeat(1e6),
    'ab-'.repeat(3e5),
    'a.'.repeat(5e5),
    '. '.repeat(5e5),
    `“${'('.repeat(1e6)}`,
    "a'".repeat(5e5),
  ]) {
    expect(proofread(text, [], spelling).remarks).toEqual([]);
  }
});

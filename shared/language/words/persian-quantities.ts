import { foldKey } from '../characters/fold.ts';
import { composed, type Joint, type NumberAtom, type Quantity, withRanges } from './quantity.ts';
import { rememberingWords } from './word-memory.ts';
import { writtenAtoms } from './written-number.ts';

type Kind = NumberAtom['kind'];

const units = 'یک دو سه چهار پنج شش هفت هشت نه'.split(' ');
const teens = 'ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده'.split(' ');
const tens = 'بیست سی چهل پنجاه شصت هفتاد هشتاد نود'.split(' ');
const hundreds = 'صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد'.split(' ');
const scales = { هزار: 1e3, میلیون: 1e6, میلیارد: 1e9, بیلیون: 1e12, تریلیون: 1e12 };

/** Each number word with its value. */
const words = new Map<string, readonly [Kind, number]>([
  ...units.map((word, at) => [word, ['unit', at + 1]] as const),
  ...teens.map((word, at) => [word, ['teen', at + 10]] as const),
  ...tens.map((word, at) => [word, ['ten', (at + 2) * 10]] as const),
  ...hundreds.map((word, at) => [word, ['hundreds', (at + 1) * 100]] as const),
  ...Object.entries(scales).map(([word, value]) => [word, ['scale', value]] as const),
  ...(
    [
      ['صفر', 0],
      ['هیچ', 0],
      ['هردو', 2],
      ['جفت', 2],
      ['دوم', 2],
      ['سوم', 3],
      ['ثلث', 3],
      ['ربع', 0.25],
      ['سوم', 3],
    ] as const
  ).map(([word, value]) => [word, ['unit', value]] as const),
  ...(
    [
      ['هیجده', 18],
      ['هژده', 18],
      ['دوجین', 12],
    ] as const
  ).map(([word, value]) => [word, ['teen', value]] as const),
  ['یکصد', ['hundreds', 100]],
  ['شیش', ['unit', 6]],
  ['پونصد', ['hundreds', 500]],
  ['نیم', ['half', 0.5]],
  ['نصف', ['unit', 0.5]],
]);

/** Ordinals of their own. */
const ordinals = new Map([
  ['اول', 1],
  ['اولین', 1],
  ['نخست', 1],
  ['نخستین', 1],
  ['دومین', 2],
  ['سومین', 3],
  ['اولی', 1],
  ['دومی', 2],
  ['سومی', 3],
  ['دوما', 2],
  ['سوما', 3],
  ['ثانیا', 2],
  ['ثالثا', 3],
]);

/** Words that mostly say something else: no, none, all. */
const vague = new Set(['نه', 'هیچ', 'هردو', 'جفت', 'سی']);

/** The longest number word: longer words are not looked into. */
const LONGEST = 24;

/** Runs of letters. ZWNJ parts number words: بیست‌وپنج, ده‌ساله. */
const letters = /\p{L}[\p{L}\p{M}]{0,99}/gu;

/** The numbers that a Persian text names, in order: in digits, in words, and in both (۳۸۰ هزار). Days of the week are none. Offsets are
 *  UTF-16. */
export function persianQuantities(text: string): readonly Quantity[] {
  const spelt = Array.from(text.matchAll(letters), ({ 0: word, index }) => wordAtoms(text, word, index)).flat();
  const atoms = [...spelt, ...writtenAtoms(text)].sort((a, b) => a.from - b.from);
  return withRanges(
    composed(atoms, (from, to) => jointOf(text.slice(from, to))),
    text,
  );
}

function wordAtoms(text: string, word: string, from: number): readonly NumberAtom[] {
  if (word.length > LONGEST || isDay(text, from, from + word.length)) return [];
  const read = atomsOfWord(word);
  return read.map(({ kind, value, isLast }) => ({
    ...{ kind, value, isLast, from, to: from + word.length },
    ...{ also: [], digits: '', isVague: vague.has(word) },
  }));
}

/** The same word as it is typed, folded. */
const atomsOfWord = rememberingWords((word) => atomsOf(foldKey(word, 'search')));

interface Read {
  readonly kind: Kind;
  readonly value: number;
  readonly isLast: boolean;
}

/** What a word is as a number: itself, an ordinal, or with an ending (نفره, ساله, تا). */
function atomsOf(word: string): readonly Read[] {
  const known = words.get(word);
  if (known) return [{ kind: known[0], value: known[1], isLast: false }];
  const ordinal = ordinals.get(word);
  if (ordinal !== undefined) return [{ kind: 'unit', value: ordinal, isLast: true }];
  for (const ending of [
    'مین',
    'م',
    'می',
    'ها',
    'گانه',
    'تا',
    'ساله',
    'نفره',
    'نفر',
    'روزه',
    'ماهه',
    'بار',
    'برابر',
    'گان',
  ]) {
    if (!word.endsWith(ending)) continue;
    const base = words.get(word.slice(0, -ending.length));
    if (base && base[0] !== 'half') return [{ kind: base[0], value: base[1], isLast: true }];
  }
  // بیستوپنج, typed without a space.
  const at = word.indexOf('و', 3);
  const [first, second] =
    at < 0 ? [] : [words.get(word.slice(0, at)), words.get(word.slice(at + 1).replace(/مین$|م$/u, ''))];
  if (first?.[0] === 'ten' && second?.[0] === 'unit')
    return [{ kind: 'ten', value: first[1] + second[1], isLast: true }];
  return [];
}

/** شنبه follows: a day of the week. */
function isDay(text: string, _from: number, to: number): boolean {
  return /^[\s\u200c]?شنبه/u.test(text.slice(to, to + 6));
}

function jointOf(between: string): Joint {
  if (/^[\s\u200c]{0,3}$/u.test(between)) return 'space';
  return /^[\s\u200c]{0,3}و[\s\u200c]{0,3}$/u.test(between) ? 'and' : null;
}

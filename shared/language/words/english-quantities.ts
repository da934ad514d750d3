import { composed, type Joint, type NumberAtom, type Quantity, withRanges } from './quantity.ts';
import { writtenAtoms } from './written-number.ts';

type Kind = NumberAtom['kind'];

const units = 'one two three four five six seven eight nine'.split(' ');
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const unitOrdinals = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');
const teenOrdinals =
  'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(' ');

const words = new Map<string, readonly [Kind, number]>([
  ...units.map((word, at) => [word, ['unit', at + 1]] as const),
  ...teens.map((word, at) => [word, ['teen', at + 10]] as const),
  ...tens.map((word, at) => [word, ['ten', (at + 2) * 10]] as const),
  ['hundred', ['hundred', 100]],
  ...Object.entries(scales).map(([word, value]) => [word, ['scale', value]] as const),
  ...(
    [
      ['zero', 0],
      ['nil', 0],
      ['half', 0.5],
      ['halves', 0.5],
      ['once', 1],
      ['twice', 2],
      ['double', 2],
      ['doubles', 2],
      ['doubled', 2],
      ['couple', 2],
      ['pair', 2],
      ['both', 2],
      ['twin', 2],
      ['duo', 2],
      ['thrice', 3],
      ['triple', 3],
      ['trio', 3],
      ['single', 1],
      ['sole', 1],
      ['decade', 10],
      ['decades', 10],
      ['century', 100],
      ['centuries', 100],
      ['fortnight', 14],
      ['third', 3],
      ['treble', 3],
      ['quadruple', 4],
      ['solo', 1],
    ] as const
  ).map(([word, value]) => [word, ['unit', value]] as const),
  ['dozen', ['teen', 12]],
  ['dozens', ['teen', 12]],
  ['teen', ['teen', 13]],
]);

const ordinals = new Map<string, readonly [Kind, number]>([
  ...unitOrdinals.map((word, at) => [word, ['unit', at + 1]] as const),
  ...teenOrdinals.map((word, at) => [word, ['teen', at + 10]] as const),
  ...tens.map((word, at) => [word.replace(/y$/, 'ieth'), ['ten', (at + 2) * 10]] as const),
  ['hundredth', ['hundred', 100]],
  ['thousandth', ['scale', 1e3]],
  ['hundreds', ['hundreds', 100]],
  ['thousands', ['scale', 1e3]],
  ['millions', ['scale', 1e6]],
  ['billions', ['scale', 1e9]],
]);

/** Words that say a number among other things. */
const vague = new Set(
  'half halves once double doubles doubled couple pair both twin duo single sole solo decade decades century centuries fortnight dozens hundreds thousands millions billions teen nil zero'.split(
    ' ',
  ),
);

/** What may stand right after digits: `£1.3bn`, `5k`, `1990s`. */
const suffixes: Readonly<Record<string, number>> = {
  ...{ k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, b: 1e9, bn: 1e9, bln: 1e9, t: 1e12, tn: 1e12, trn: 1e12 },
};

const letters = /\p{L}[\p{L}\p{M}]{0,99}/gu;

/** The numbers that an English text names, in order: in digits, in words, and in both (`1.5 million`). Offsets are UTF-16. */
export function englishQuantities(text: string): readonly Quantity[] {
  const written = writtenAtoms(text);
  const spelt = Array.from(text.matchAll(letters), ({ 0: word, index }) => wordAtom(word, index, text)).flat();
  const atoms = [...spelt, ...written].sort((a, b) => a.from - b.from);
  const all = composed(atoms, (from, to) => jointOf(text.slice(from, to)));
  return withRanges(all, text).map((quantity) => ({
    ...quantity,
    also: [...quantity.also, ...clocked(text, quantity)],
  }));
}

function wordAtom(raw: string, from: number, text: string): readonly NumberAtom[] {
  const word = raw.toLowerCase();
  const place = { from, to: from + raw.length, also: [], digits: '', isVague: vague.has(word) };
  if (/\p{Nd}/u.test(text.charAt(from - 1))) {
    const scale = word.length > 1 || word === 'k' || isMoney(text, from) ? suffixes[word] : undefined;
    return scale === undefined ? [] : [{ ...place, kind: 'scale', value: scale, isLast: true, also: [] }];
  }
  const known = words.get(word);
  if (known) return [{ ...place, kind: known[0], value: known[1], isLast: false }];
  const ordinal = ordinals.get(word);
  return ordinal ? [{ ...place, kind: ordinal[0], value: ordinal[1], isLast: true }] : [];
}

/** True where a sign of money stands before the digits that end at `to`: `$5b` is five billion, and `Table 5b` is none. */
function isMoney(text: string, to: number): boolean {
  return /\p{Sc}\s?[\p{Nd}.,]{1,20}$/u.test(text.slice(Math.max(0, to - 22), to));
}

function jointOf(between: string): Joint {
  if (/^(?:\s{0,3}|-)$/u.test(between)) return 'space';
  return /^\s{1,3}and(?:\s{1,3}a)?\s{1,3}$/u.test(between) ? 'and' : null;
}

/** Hours of the afternoon: `7pm` is ۱۹. A decade: `1990s` may be ۹۰. */
function clocked(text: string, { to, isWritten, value }: Quantity): readonly number[] {
  const after = text.slice(to, to + 9);
  if (isWritten && value < 12 && /^(?::[0-9]{2})?\s?p\.?m/i.test(after)) return [value + 12];
  if (isWritten && value > 1000 && value < 2100 && /^['’]?s(?!\p{L})/u.test(after)) return [value % 100];
  return [];
}

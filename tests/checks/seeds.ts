/** A source of numbers from 0 to 1. */
type Random = () => number;

/** Errors of a kind that are put into right English; `null` where this text offers no place for one. */
export type Seed = (target: string, source: string, random: Random) => string | null;

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const numberWords =
  'two three four five six seven eight nine ten eleven twelve twenty thirty forty million billion'.split(' ');

/** By the rule that should find them. */
export const seeds: Readonly<Record<string, Seed>> = {
  'text.number': (target, _source, random) => {
    const words = new RegExp(`\\b(?:${numberWords.join('|')})\\b`, 'g');
    const places = [...matches(target, /[0-9]+(?:[.,][0-9]+)*/g), ...matches(target, words)];
    const place = one(places, random);
    if (!place) return null;
    const { text } = place;
    const wrong = /^[a-z]/.test(text) ? otherThan(text, numberWords, random) : wrongDigits(text, random);
    return wrong === null ? null : put(target, place, wrong);
  },
  'text.date': (target, _source, random) => {
    const names = one([months.slice(0, 2).concat(months.slice(3, 4), months.slice(5)), weekdays], random) ?? [];
    const place = one(matches(target, new RegExp(`\\b(?:${names.join('|')})\\b`, 'g')), random);
    return place ? put(target, place, otherThan(place.text, names, random)) : null;
  },
  'text.foreign': (target, source, random) =>
    one<() => string | null>(
      [
        () => insertWord(target, one(source.match(/[\u0621-\u06cc]{2,}/g) ?? ['این'], random) ?? 'این', random),
        () => replaceOne(target, ',', '،', random),
        () => replaceOne(target, '?', '؟', random),
        () => replaceOne(target, '"', '«', random),
        () => target.replace(/[0-9]/, (digit) => String.fromCharCode(0x6f0 + Number(digit))),
      ],
      random,
    )?.() ?? null,
  'text.spelling': (target, _source, random) => {
    const place = one(matches(target, /(?<![\p{L}’'-])[a-z]{5,}(?![\p{L}’'-])/gu), random);
    if (!place) return null;
    const { text } = place;
    const at = 1 + Math.floor(random() * (text.length - 2));
    const [before, after] = [text.slice(0, at), text.slice(at + 1)];
    const wrong = one(
      [
        before + after,
        before + text.charAt(at) + text.charAt(at) + after,
        before + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
        `${before}${otherThan(text.charAt(at), [...'aeiostn'], random)}${after}`,
      ],
      random,
    );
    return wrong === null || wrong === text ? null : put(target, place, wrong);
  },
  'text.repeated': (target, _source, random) => {
    const place = one(matches(target, /\p{L}+(?=[\s.,])/gu), random);
    return place ? put(target, place, `${place.text} ${place.text}`) : null;
  },
  'text.space': (target, _source, random) =>
    one<() => string | null>(
      [
        () => replaceOne(target, ' ', '  ', random),
        () => ` ${target}`,
        () => `${target} `,
        () => replaceOne(target, ',', ' ,', random),
        () => replaceOne(target, ', ', ',', random),
        () => target.replace(/([.!?])(["”’']?)$/, ' $1$2'),
      ],
      random,
    )?.() ?? null,
  'text.end': (target, _source, random) => {
    const last = /([.!?])(["”’']?)$/.exec(target);
    if (!last) return null;
    const wrong =
      one(
        ['', '', '?', ':', ';', '!', '.'].filter((mark) => mark !== last[1]),
        random,
      ) ?? '';
    return target.slice(0, last.index) + wrong + (last[2] ?? '');
  },
  'text.bracket': (target, _source, random) => {
    const place = one(matches(target, /[()[\]]/g), random);
    return place ? put(target, place, '') : insertBefore(target, one(['(', ')', '[', ']'], random) ?? '(', random);
  },
  'text.quote': (target, _source, random) => {
    const place = one(matches(target, /["“”]/g), random);
    return place ? put(target, place, '') : null;
  },
  'text.same': (_target, source) => source,
  'text.empty': (_target, _source, random) => one(['', ' ', '\u200c', '\u00a0 '], random),
  'text.bidi': (target, _source, random) =>
    insertBefore(
      target,
      one(['\u200e', '\u200f', '\u202a', '\u202b', '\u202e', '\u2067', '\u2069'], random) ?? '',
      random,
    ),
};

interface Place {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function matches(text: string, pattern: RegExp): readonly Place[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    text: found,
  }));
}

function put(text: string, { from, to }: Place, other: string): string {
  return text.slice(0, from) + other + text.slice(to);
}

function one<T>(items: readonly T[], random: Random): T | null {
  return items[Math.floor(random() * items.length)] ?? null;
}

function otherThan(word: string, words: readonly string[], random: Random): string {
  return (
    one(
      words.filter((each) => each !== word),
      random,
    ) ?? word
  );
}

/** Another digit, two in each other's place, one less, one more: what fingers do. */
function wrongDigits(text: string, random: Random): string | null {
  const places = matches(text, /[0-9]/g);
  const place = one(places, random);
  if (!place) return null;
  const other = String((Number(place.text) + 1 + Math.floor(random() * 9)) % 10);
  const next = text.charAt(place.to);
  const wrong = [
    put(text, place, other),
    put(text, place, other),
    /[0-9]/.test(next)
      ? text.slice(0, place.from) + next + place.text + text.slice(place.to + 1)
      : put(text, place, other),
    places.length > 1 ? put(text, place, '') : put(text, place, other),
    `${text}0`,
  ].filter((each) => Number(each.replaceAll(',', '')) !== Number(text.replaceAll(',', '')));
  return one(wrong, random);
}

function replaceOne(text: string, from: string, to: string, random: Random): string | null {
  const place = one(matches(text, new RegExp(from.replace(/[?.]/, '\\$&'), 'g')), random);
  return place ? put(text, place, to) : null;
}

function insertWord(text: string, word: string, random: Random): string | null {
  const place = one(matches(text, / /g), random);
  return place ? put(text, place, ` ${word} `) : null;
}

function insertBefore(text: string, mark: string, random: Random): string | null {
  const place = one(matches(text, /(?<=^|\s)\p{L}/gu), random);
  return place ? put(text, place, mark + place.text) : null;
}

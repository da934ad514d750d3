import { gregorianYears } from '../forms/number-value.ts';
import type { LearnedLexicon } from '../learning/learned.ts';
import { type Lexicon, stemsOf } from '../lexicon/lexicon.ts';
import { type PhraseFinder, phraseFinder } from './phrases.ts';
import type { Side } from './side.ts';
import type { Sign } from './sign.ts';
import { soundingPairs } from './sound-likeness.ts';

/** Why two words may mean the same. */
export const reasons = ['number', 'same', 'name', 'word', 'learned', 'sound'] as const;
export type Reason = (typeof reasons)[number];

/** What correspondences are made from. Each part may be left out. */
export interface Knowledge {
  /** Words; the built-in ones are `seedLexicon()`. */
  readonly lexicon?: Lexicon | undefined;
  /** Names of the project and of gazetteers. */
  readonly names?: Lexicon | undefined;
  /** What was learned from confirmed beads. */
  readonly learned?: LearnedLexicon | undefined;
  /** Kinds of evidence not to use, for measuring. */
  readonly without?: ReadonlySet<Reason> | undefined;
}

/** How likely a word stands where its partner stands, by reason; what is learned and what sounds alike has its own. */
const chances = { number: 0.9, same: 0.9, name: 0.8, word: 0.5, year: 0.4 };

/** The English signs that one Persian sign may stand for. */
export interface PartnerList {
  readonly signs: readonly number[];
  readonly chances: readonly number[];
  readonly reasons: readonly Reason[];
}

/** The correspondences between two sides. */
export interface Partners {
  readonly persian: readonly (readonly Sign[])[];
  readonly english: readonly (readonly Sign[])[];
  readonly lists: readonly PartnerList[];
  /** How many English signs there are. */
  readonly englishSigns: number;
  /** True for a word, by its number, whose partner one should expect to see. */
  readonly isKnownPersian: readonly boolean[];
  readonly isKnownEnglish: readonly boolean[];
}

/** Finds the partners of all words of `persian` among those of `english`. */
export function findPartners(persian: Side, english: Side, knowledge: Knowledge): Partners {
  const table = new PartnerTable(english);
  const uses = (reason: Reason) => !knowledge.without?.has(reason);
  const glossaries = [
    ...(knowledge.names && uses('name') ? [{ lexicon: knowledge.names, reason: 'name' } as const] : []),
    ...(knowledge.lexicon && uses('word') ? [{ lexicon: knowledge.lexicon, reason: 'word' } as const] : []),
  ];
  const isKnownPersian = persian.words.map(() => false);

  const addGlosses = (sign: number, key: string, tooShort = 0) => {
    let found = false;
    for (const { lexicon, reason } of glossaries) {
      for (const { stems } of lexicon.glosses(key, tooShort)) {
        found = true;
        table.addStems(sign, stems, chances[reason], reason);
      }
    }
    return found;
  };

  persian.words.forEach((word, at) => {
    table.newSign();
    if (word.number !== null && uses('number')) {
      isKnownPersian[at] = true;
      table.addNumber(at, word.number, chances.number, 'number');
      for (const year of gregorianYears(word.number)) table.addNumber(at, year, chances.year, 'number');
    }
    if (uses('same')) table.addKey(at, word.key, chances.same, 'same');
    if (!word.isContent) return;
    if (addGlosses(at, word.key)) isKnownPersian[at] = true;
    if (knowledge.learned && uses('learned')) {
      for (const { stem, chance } of knowledge.learned.english(word.stem)) {
        table.addStems(at, [stem], chance, 'learned');
        if (chance > 0.3) isKnownPersian[at] = true;
      }
    }
  });
  const isKnownEnglish = english.words.map(
    ({ stem, number, isContent }) =>
      (number !== null && uses('number')) ||
      (isContent && glossaries.some(({ lexicon }) => lexicon.hasStem(stem))) ||
      (isContent && uses('learned') && knowledge.learned?.hasEnglish(stem) === true),
  );
  if (uses('sound')) addSounds(table, persian, english, isKnownPersian, isKnownEnglish);

  const compounds = new Map<string, number>();
  const compoundSign = (key: string, tooShort: number) => {
    const known = compounds.get(key);
    if (known !== undefined) return known;
    const sign = table.newSign();
    const made = addGlosses(sign, key, tooShort) ? sign : -1;
    compounds.set(key, made);
    return made;
  };
  const longest = (key: string) => Math.max(0, ...glossaries.map(({ lexicon }) => lexicon.longest(key)));
  const persianSigns = persian.units.map(({ words }) => {
    const signs: Sign[] = Array.from(words, (word, at) => ({ sign: word, from: at, to: at + 1 }));
    words.forEach((first, from) => {
      const most = Math.min(longest(persian.words[first]?.key ?? ''), words.length - from);
      let key = persian.words[first]?.key ?? '';
      for (let to = from + 2; to <= from + most; to++) {
        const before = key.length;
        key += persian.words[words[to - 1] as number]?.key ?? '';
        const sign = compoundSign(key, before);
        if (sign >= 0) signs.push({ sign, from, to });
      }
    });
    return signs.filter(({ sign }) => table.hasPartners(sign));
  });
  const finder = table.finder();
  return {
    persian: persianSigns,
    english: english.units.map(({ words }) => finder.signs(words)),
    lists: table.lists(),
    englishSigns: table.englishSigns(),
    isKnownPersian,
    isKnownEnglish,
  };
}

function addSounds(
  table: PartnerTable,
  persian: Side,
  english: Side,
  isKnownPersian: readonly boolean[],
  isKnownEnglish: readonly boolean[],
): void {
  const lower = new Set(english.words.map(({ text }) => text).filter((text) => /^\p{Ll}/u.test(text)));
  const mayBeNamed = persian.words.flatMap(({ isContent, number, key }, at) =>
    isContent && number === null && /\p{L}/u.test(key) ? [at] : [],
  );
  const named = english.words.flatMap(({ text, isContent }, at) =>
    isContent && /^\p{Lu}/u.test(text) && !lower.has(text.toLowerCase()) ? [at] : [],
  );
  const heard = (side: Side, isKnown: readonly boolean[]) => (at: number) => ({
    text: side.words[at]?.text.replace(/[’']s?$/u, '') ?? '',
    isKnown: isKnown[at] === true,
  });
  const pairs = soundingPairs(
    mayBeNamed.map(heard(persian, isKnownPersian)),
    named.map(heard(english, isKnownEnglish)),
  );
  for (const { persian: word, english: other, likeness } of pairs) {
    table.add(mayBeNamed[word] as number, named[other] as number, soundChance(likeness), 'sound');
  }
}

/** How likely two words that sound so much alike are one name. */
function soundChance(likeness: number): number {
  return Math.min(0.85, Math.max(0, (likeness - 0.6) * 2.1));
}

/** Collects partners by what English words are looked up by. */
class PartnerTable {
  private readonly own: { signs: number[]; chances: number[]; reasons: Reason[] }[] = [];
  private readonly byStem: ReadonlyMap<string, readonly number[]>;
  private readonly byNumber: ReadonlyMap<string, readonly number[]>;
  private readonly byKey: ReadonlyMap<string, readonly number[]>;
  private readonly english: Side;
  private readonly phrases = new Map<string, { readonly stems: readonly string[]; readonly sign: number }>();

  constructor(english: Side) {
    const at = english.words.map((_, index) => index);
    const word = (index: number) => english.words[index];
    this.english = english;
    this.byStem = grouped(at, (index) => word(index)?.stem ?? '');
    this.byKey = grouped(at, (index) => word(index)?.key ?? '');
    this.byNumber = grouped(at, (index) => word(index)?.number ?? numberWords.get(word(index)?.stem ?? '') ?? '');
  }

  newSign(): number {
    this.own.push({ signs: [], chances: [], reasons: [] });
    return this.own.length - 1;
  }

  add(sign: number, partner: number, chance: number, reason: Reason): void {
    const list = this.own[sign];
    if (list === undefined) throw new RangeError(`No sign ${sign}`);
    const at = list.signs.indexOf(partner);
    if (at < 0) {
      list.signs.push(partner);
      list.chances.push(chance);
      list.reasons.push(reason);
    } else if ((list.chances[at] as number) < chance) {
      list.chances[at] = chance;
      list.reasons[at] = reason;
    }
  }

  addNumber(sign: number, value: string, chance: number, reason: Reason): void {
    for (const partner of this.byNumber.get(value) ?? []) this.add(sign, partner, chance, reason);
  }

  addKey(sign: number, key: string, chance: number, reason: Reason): void {
    if (key === '') return;
    for (const partner of this.byKey.get(key) ?? []) this.add(sign, partner, chance, reason);
  }

  /** A phrase is a sign of its own where all its words occur. */
  addStems(sign: number, stems: readonly string[], chance: number, reason: Reason): void {
    const [only = ''] = stems;
    if (stems.length === 1) {
      for (const partner of this.byStem.get(only) ?? []) this.add(sign, partner, chance, reason);
    } else if (stems.every((stem) => this.byStem.has(stem))) {
      this.add(sign, this.phraseSign(stems), chance, reason);
    }
  }

  hasPartners(sign: number): boolean {
    return (this.own[sign]?.signs.length ?? 0) > 0;
  }

  lists(): readonly PartnerList[] {
    return this.own;
  }

  englishSigns(): number {
    return this.english.words.length + this.phrases.size;
  }

  finder(): PhraseFinder {
    const partnered = new Set(this.own.flatMap(({ signs }) => signs));
    return phraseFinder(
      this.english.words.map(({ stem }) => stem),
      [...this.phrases.values()],
      (word) => partnered.has(word),
    );
  }

  private phraseSign(stems: readonly string[]): number {
    const key = stems.join(' ');
    const sign = this.phrases.get(key)?.sign ?? this.englishSigns();
    this.phrases.set(key, { stems, sign });
    return sign;
  }
}

/** English words for numbers, by stem. */
const numberWords: ReadonlyMap<string, string> = new Map(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    'null first second third fourth fifth sixth seventh eighth ninth tenth',
  ]
    .flatMap((list) => list.split(' ').map((word, value) => [word, String(value)] as const))
    .concat(
      ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, at) => [
        word,
        String(at * 10 + 20),
      ]),
    )
    .concat([
      ['hundred', '100'],
      ['thousand', '1000'],
    ])
    .map(([word, value]) => [stemsOf(word)[0] ?? '', value]),
);

function grouped(values: readonly number[], keyOf: (value: number) => string): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

import type { Span } from '../../core/span.ts';
import type { NamedText } from '../entity/name-index.ts';

/** How many words a name may have. */
const LONGEST = 6;

/** Words that have a capital for beginning a sentence, or in a headline. */
const functionWords = new Set(
  (
    'a about after all also although among an and another any as at because before both but by despite during each even every ' +
    'few first for four from he her here his how however i if in instead it its last later many meanwhile more most much my ' +
    'neither next no none nor not now of on once one only or other our out over second several she since so some still such ' +
    'ten than that the their then there these they this those three through thus to today together tomorrow two under ' +
    'until we what when where whether which while who why will with within without yes yesterday yet you your'
  ).split(' '),
);

/** Small words inside names: «bin Salman», «van der Leyen», «Bandar-e Bushehr». */
const particles = new Set(
  'al el ad as an ar az ash ul ol bin ibn bint abu e i o de da di do du dos das del della der den van von zu la le ben y'.split(
    ' ',
  ),
);
const articles = new Set(['al', 'el', 'ad', 'as', 'an', 'ar', 'az', 'ash']);

/** The stretches of an English text that may be names, longer and shorter ones: capitalised words side by side, with small
 *  words between them and what is joined to them by a hyphen or an apostrophe. */
export function nameRuns(text: NamedText): readonly Span[] {
  const words = runWords(text);
  return words.flatMap((first, at) => {
    if (!mayBegin(first, words[at + 1])) return [];
    const others = words.slice(at + 1, at + LONGEST);
    const end = others.findIndex((word) => !word.goesOn || !(word.isCapitalised || word.isSmall || word.isJoined));
    const run = [first, ...others.slice(0, end < 0 ? LONGEST : end)];
    return run.filter(mayEnd).map(({ to }) => ({ from: first.from, to }));
  });
}

/** A word, and how it follows the one before it. */
interface RunWord extends Span {
  readonly isCapitalised: boolean;
  readonly isSmall: boolean;
  readonly isArticle: boolean;
  readonly isFunctionWord: boolean;
  readonly beginsSentence: boolean;
  /** By a hyphen or an apostrophe; the s of a genitive is not. */
  readonly isJoined: boolean;
  /** With nothing between them that ends a name. */
  readonly goesOn: boolean;
}

function runWords({ text, words }: NamedText): readonly RunWord[] {
  return words.map(({ from, to }, at) => {
    const raw = text.slice(from, to);
    const before = words[at - 1] ?? { from: 0, to: 0 };
    const gap = text.slice(before.to, from);
    const isGenitive = raw === 's' && /^[’']$/u.test(gap);
    const isInitial = before.to - before.from <= 2;
    return {
      from,
      to,
      isCapitalised: /^[\p{Lu}\p{Lt}]/u.test(raw),
      isSmall: particles.has(raw),
      isArticle: articles.has(raw),
      isFunctionWord: functionWords.has(raw.toLowerCase()),
      beginsSentence: at === 0 || /[.!?:;"“(\n]/u.test(gap),
      isJoined: at > 0 && /^[’'ʿʾ`‐‑-]$/u.test(gap) && !isGenitive,
      goesOn: !isGenitive && (/^(?:\s+|[’'ʿʾ`‐‑-])$/u.test(gap) || (isInitial && /^\.\s?$/u.test(gap))),
    };
  });
}

/** A name begins with a capital, or with an article joined to one: `al-Assad`. */
function mayBegin(word: RunWord, next: RunWord | undefined): boolean {
  if (word.isCapitalised) return !(word.isFunctionWord && word.beginsSentence);
  return word.isArticle && next?.isJoined === true && next.isCapitalised;
}

/** A name ends with a capitalised word, or with what is joined to one: `Kim Jong-un`. */
function mayEnd(word: RunWord): boolean {
  return word.isCapitalised ? !word.isFunctionWord : word.isJoined && !word.isSmall;
}

import type { Severity } from '../core/finding.ts';
import { type Inconsistency, inconsistencies, saidPair } from './inconsistent.ts';
import { type LengthBand, usualBand } from './pair/length-band.ts';
import type { ParagraphRule, PlacedRemark } from './pair/paragraph.ts';
import type { PairRule, Remark, TextPair } from './pair/rule.ts';
import { bidi } from './rules/bidi.ts';
import { bracket } from './rules/bracket.ts';
import { date } from './rules/date.ts';
import { empty } from './rules/empty.ts';
import { end } from './rules/end.ts';
import { foreign } from './rules/foreign.ts';
import { halfSpace } from './rules/half-space.ts';
import { lengthWithin } from './rules/length.ts';
import { number } from './rules/number.ts';
import { quote } from './rules/quote.ts';
import { repeated } from './rules/repeated.ts';
import { same } from './rules/same.ts';
import { space } from './rules/space.ts';
import { unit } from './rules/unit.ts';

/** What is looked for in one pair. */
const pairRules = {
  'text.empty': empty,
  'text.same': same,
  'text.foreign': foreign,
  'text.number': number,
  'text.unit': unit,
  'text.date': date,
  'text.end': end,
  'text.space': space,
  'text.repeated': repeated,
  'text.bidi': bidi,
  'text.length': lengthWithin(usualBand),
  'source.zwnj': halfSpace,
} as const satisfies Readonly<Record<string, PairRule>>;

/** What is looked for in a whole paragraph. */
const paragraphRules = {
  'text.bracket': bracket,
  'text.quote': quote,
} as const satisfies Readonly<Record<string, ParagraphRule>>;

type PairRuleName = keyof typeof pairRules;
type ParagraphRuleName = keyof typeof paragraphRules;

/** What is looked for among all pairs of a document or a project. */
const togetherRules = { 'text.inconsistent': { severity: 'warning' } } as const satisfies Readonly<
  Record<string, { readonly severity: Severity }>
>;

/** What is looked for in what a rendering was taken from (`unedited.ts`). */
const takenRules = { 'text.unedited': { severity: 'hint' } } as const satisfies Readonly<
  Record<string, { readonly severity: Severity }>
>;

/** What is looked for by the glossary of a project (`terms.ts`). */
const termRules = {
  'term.missing': { severity: 'warning' },
  'term.forbidden': { severity: 'warning' },
} as const satisfies Readonly<Record<string, { readonly severity: Severity }>>;

/** What is looked for by a dictionary (`spelling.ts`). */
const spellingRules = { 'text.spelling': { severity: 'hint' } } as const satisfies Readonly<
  Record<string, { readonly severity: Severity }>
>;

type SpellingRuleName = keyof typeof spellingRules;
type TermRuleName = keyof typeof termRules;
type TogetherRuleName = keyof typeof togetherRules;
type TakenRuleName = keyof typeof takenRules;

/** What is looked for in texts. */
export type TextRule =
  | PairRuleName
  | ParagraphRuleName
  | TogetherRuleName
  | TakenRuleName
  | SpellingRuleName
  | TermRuleName;

/** All rules in the order in which they are listed. */
export const textRules = [
  ...(Object.keys(pairRules) as readonly PairRuleName[]),
  ...(Object.keys(paragraphRules) as readonly ParagraphRuleName[]),
  ...(Object.keys(togetherRules) as readonly TogetherRuleName[]),
  ...(Object.keys(takenRules) as readonly TakenRuleName[]),
  ...(Object.keys(spellingRules) as readonly SpellingRuleName[]),
  ...(Object.keys(termRules) as readonly TermRuleName[]),
] as const;

/** How much what a rule says matters, unless a project wants it otherwise. */
export function usualSeverity(rule: TextRule): Severity {
  return { ...pairRules, ...paragraphRules, ...togetherRules, ...takenRules, ...spellingRules, ...termRules }[rule]
    .severity;
}

/** A remark with its rule. */
export interface RuledRemark extends Remark {
  readonly rule: TextRule;
}

/** All that the rules of pairs say of `pair`. Where nothing is translated nothing else is told, and where the Persian was copied only
 *  that. */
export function pairRemarks(pair: TextPair, band: LengthBand = usualBand): readonly RuledRemark[] {
  const work = pairRemarksInPieces(pair, band);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same a rule at a time: at its first look a rule may take as long as a thousand times later. */
export function* pairRemarksInPieces(
  pair: TextPair,
  band: LengthBand = usualBand,
): Generator<void, readonly RuledRemark[]> {
  const of = (rule: PairRuleName, { check }: PairRule): readonly RuledRemark[] =>
    check(pair).map((remark) => ({ ...remark, rule }));
  const about = of('source.zwnj', halfSpace);
  const missing = [...of('text.empty', empty), ...of('text.same', same)];
  if (missing.length > 0) return [...missing, ...about];
  const found: RuledRemark[] = [];
  for (const rule of others) {
    yield;
    found.push(...of(rule, rule === 'text.length' ? lengthWithin(band) : pairRules[rule]));
  }
  return [...found, ...about];
}

const alone: ReadonlySet<PairRuleName> = new Set(['text.empty', 'text.same', 'source.zwnj'] as const);
const others = (Object.keys(pairRules) as readonly PairRuleName[]).filter((rule) => !alone.has(rule));

/** What of `pairs` is said in more than one way, as remarks about the whole English. */
export function togetherRemarks(pairs: readonly TextPair[]): readonly (PlacedRemark & { readonly rule: TextRule })[] {
  return inconsistencies(pairs.map(saidPair)).map((found) => ({
    ...inconsistencyRemark(found, pairs[found.at]),
    at: found.at,
  }));
}

/** The remark about a pair that is said otherwise elsewhere. */
export function inconsistencyRemark({ kind, usual }: Inconsistency, pair: TextPair | undefined): RuledRemark {
  return {
    ...{ rule: 'text.inconsistent', side: 'target', from: 0, to: pair?.target.length ?? 0 },
    ...{ values: { kind, usual }, fix: null, isLack: false },
  };
}

/** All that the rules of paragraphs say of the pairs of one. */
export function paragraphRemarks(pairs: readonly TextPair[]): readonly (PlacedRemark & { readonly rule: TextRule })[] {
  return (Object.keys(paragraphRules) as readonly ParagraphRuleName[]).flatMap((rule) =>
    paragraphRules[rule].check(pairs).map((remark) => ({ ...remark, rule })),
  );
}

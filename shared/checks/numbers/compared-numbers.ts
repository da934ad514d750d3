import type { Span } from '../../core/span.ts';
import { englishQuantities } from '../../language/words/english-quantities.ts';
import { gregorianYears } from '../../language/words/named-date.ts';
import { persianQuantities } from '../../language/words/persian-quantities.ts';
import type { Quantity } from '../../language/words/quantity.ts';
import type { TextPair } from '../pair/rule.ts';
import { comparedDates } from './compared-dates.ts';
import { groupedAlike } from './grouped.ts';
import { englishMeasure, isConversion, type Measure, persianMeasure, summed } from './measure.ts';

/** Numbers of both sides against each other. */
export interface ComparedNumbers {
  /** Numbers of the Persian that the English has not, and the other way round. */
  readonly lost: readonly Quantity[];
  readonly added: readonly Quantity[];
  /** Amounts that are told in another unit. */
  readonly conversions: readonly { readonly source: Quantity; readonly target: Quantity }[];
}

/** Compares the numbers of a pair by value: digits in any script, words, both together, years of other calendars, telephone numbers
 *  however they are grouped. A number in words that the English lacks is told only where the English has another one:
 *  دو may be `both`, and نه `no`. */
export function comparedNumbers(pair: TextPair): ComparedNumbers {
  const known = last;
  if (known?.pair.source === pair.source && known.pair.target === pair.target) return known.compared;
  const compared = compare(pair);
  last = { pair, compared };
  return compared;
}

/** The comparison made last: two rules ask for the same. */
let last: { readonly pair: TextPair; readonly compared: ComparedNumbers } | null = null;

function compare(pair: TextPair): ComparedNumbers {
  const [persian, english] = [persianQuantities(pair.source), englishQuantities(pair.target)];
  const { converted, lost, added } = comparedDates(pair);
  const isTold = lost.length > 0 && added.length > 0;
  const source = outside(unknown(persian, english), [...converted.source, ...(isTold ? lost : [])]);
  const target = outside(unknown(english, persian), [...converted.target, ...(isTold ? added : [])]);
  const years = otherYears(source, target);
  const groups = groupedAlike(pair, without(source, years), without(target, years));
  const rest = { source: without(source, [...years, ...groups]), target: without(target, [...years, ...groups]) };
  const { conversions, explained } = conversionsOf(pair, rest.source, rest.target);
  const [left, right] = [without(rest.source, explained), without(rest.target, explained)];
  const isSaidOnBoth = left.some(counts) && right.some(counts);
  const isMissed = (quantity: Quantity) => quantity.isWritten || (isSaidOnBoth && counts(quantity));
  const isAdded = (quantity: Quantity) => isMissed(quantity) || (counts(quantity) && quantity.value > 2);
  return { lost: left.filter(isMissed), added: right.filter(isAdded), conversions };
}

/** True for what counts something for sure: `one`, `half`, `second` and `both` say many things. */
function counts({ isWritten, isVague, value }: Quantity): boolean {
  return isWritten || (value >= 2 && !isVague);
}

/** Those whose value no quantity of the other side has. */
function unknown(quantities: readonly Quantity[], others: readonly Quantity[]): readonly Quantity[] {
  const plain = new Set(others.map(({ value }) => key(value)));
  const all = new Set(others.flatMap(({ value, also }) => [value, ...also]).map(key));
  return quantities.filter(({ value, also }) => !all.has(key(value)) && !also.some((each) => plain.has(key(each))));
}

/** Values that differ by how they were put together are one: 1.1 million. */
function key(value: number): string {
  return value.toPrecision(12);
}

function outside(quantities: readonly Quantity[], spans: readonly Span[]): readonly Quantity[] {
  if (spans.length === 0) return quantities;
  return quantities.filter((each) => !spans.some(({ from, to }) => each.from < to && from < each.to));
}

function without(quantities: readonly Quantity[], others: readonly Quantity[]): readonly Quantity[] {
  if (others.length === 0) return quantities;
  const left = new Set(others);
  return quantities.filter((each) => !left.has(each));
}

/** Years of the solar and the lunar calendar that stand as ours on the other side, alone: ۱۳۹۹ and 2020. */
function otherYears(source: readonly Quantity[], target: readonly Quantity[]): readonly Quantity[] {
  const found: Quantity[] = [];
  const wanted = new Map<number, Quantity[]>();
  const isYear = ({ value, isWritten }: Quantity, least: number, most: number) =>
    isWritten && Number.isInteger(value) && value >= least && value <= most;
  const pairUp = (own: readonly Quantity[], theirs: readonly Quantity[]) => {
    wanted.clear();
    for (const each of theirs.filter((each) => isYear(each, 1800, 2200))) {
      wanted.set(each.value, [...(wanted.get(each.value) ?? []), each]);
    }
    for (const year of own.filter((each) => isYear(each, 1180, 1600))) {
      const years = [...gregorianYears(year.value, 'solar'), ...gregorianYears(year.value, 'lunar')];
      const same = years.flatMap((each) => wanted.get(each) ?? []);
      if (same.length > 0) found.push(year, ...same);
    }
  };
  pairUp(source, target);
  pairUp(target, source);
  return found;
}

/** Amounts are compared with so many of the other side at most. */
const MOST = 100;

function conversionsOf(pair: TextPair, source: readonly Quantity[], target: readonly Quantity[]) {
  const conversions: { source: Quantity; target: Quantity }[] = [];
  const explained: Quantity[] = [];
  const english = amountsOf(target, (quantity) => englishMeasure(pair.target, quantity));
  for (const { parts, measure } of amountsOf(source, (quantity) => persianMeasure(pair.source, quantity))) {
    const same = english.find((other) => isConversion(measure, other.measure));
    const [own, other] = [parts[0], same?.parts[0]];
    if (!same || !own || !other || explained.includes(own)) continue;
    conversions.push({ source: own, target: other });
    explained.push(...parts, ...same.parts);
  }
  return { conversions, explained };
}

/** The amounts of a text, those of two parts (5 ft 8 in) first. */
function amountsOf(quantities: readonly Quantity[], measureOf: (quantity: Quantity) => Measure | null) {
  const single = quantities.slice(0, MOST).flatMap((quantity) => {
    const measure = measureOf(quantity);
    return measure ? [{ parts: [quantity], measure }] : [];
  });
  const double = single.flatMap(({ parts: [first], measure }, at) => {
    const next = single[at + 1];
    const sum = next && summed(measure, next.measure);
    return first && next && sum && next.parts[0] ? [{ parts: [first, next.parts[0]], measure: sum }] : [];
  });
  return [...double, ...single];
}

import {
  englishDates,
  englishWeekdays,
  isSameDate,
  type NamedDate,
  type NamedWeekday,
  persianDates,
  persianWeekdays,
} from '../../language/words/named-date.ts';
import type { TextPair } from '../pair/rule.ts';

/** Dates of both sides against each other. */
export interface ComparedDates {
  /** Those of each side that the other has not. */
  readonly lost: readonly NamedDate[];
  readonly added: readonly NamedDate[];
  readonly lostDays: readonly NamedWeekday[];
  readonly addedDays: readonly NamedWeekday[];
  /** True where both sides name as many days of the week. */
  readonly hasAsManyDays: boolean;
  /** Those that the other side tells in another calendar. */
  readonly converted: { readonly source: readonly NamedDate[]; readonly target: readonly NamedDate[] };
}

/** More dates than these in one text are a table; they are not paired. */
const MOST = 30;

/** Compares the dates and the days of the week of a pair, whatever calendar each is told in. */
export function comparedDates(pair: TextPair): ComparedDates {
  const known = last;
  if (known?.pair.source === pair.source && known.pair.target === pair.target) return known.compared;
  const compared = compare(pair);
  last = { pair, compared };
  return compared;
}

/** The comparison made last: the rules of numbers and of dates ask for the same. */
let last: { readonly pair: TextPair; readonly compared: ComparedDates } | null = null;

function compare({ source, target }: TextPair): ComparedDates {
  const [persian, english] = [persianDates(source).slice(0, MOST), englishDates(target).slice(0, MOST)];
  const [days, englishDays] = [persianWeekdays(source), englishWeekdays(target)];
  const lacks = (days: readonly NamedWeekday[], others: readonly NamedWeekday[]) => {
    const known = new Set(others.map(({ weekday }) => weekday));
    return days.filter(({ weekday }) => !known.has(weekday));
  };
  const abroad = (dates: readonly NamedDate[], others: readonly NamedDate[]) =>
    dates.filter((date) => others.some((other) => other.calendar !== date.calendar && isSameDate(date, other)));
  return {
    lost: persian.filter((date) => !english.some((other) => isSameDate(date, other))),
    added: english.filter((date) => !persian.some((other) => isSameDate(date, other))),
    lostDays: lacks(days, englishDays),
    hasAsManyDays: days.length === englishDays.length,
    addedDays: lacks(englishDays, days),
    converted: { source: abroad(persian, english), target: abroad(english, persian) },
  };
}

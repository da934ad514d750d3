import { englishMonthName } from '../../language/words/day-names.ts';
import { englishDates, isSameDate, type NamedDate, persianDates } from '../../language/words/named-date.ts';
import { gregorianDate } from '../../language/words/solar-hijri.ts';
import type { Swap } from './swap.ts';

/** More dates than these in one text are a table; they are not replaced. */
const MOST = 30;

/** How the dates of `query` come into a unit: in place of its own in both texts, in the calendar and the order of day and month that its
 *  English has. None where the texts have not as many, or where one cannot be said in that calendar. */
export function dateSwaps(query: string, source: string, target: string): readonly Swap[] {
  const [wanted, known] = [persianDates(query), persianDates(source)];
  if (known.length === 0 || wanted.length !== known.length || known.length > MOST) return [];
  const there = englishDates(target);
  const taken = new Set<NamedDate>();
  const swaps: Swap[] = [];
  for (const [at, old] of known.entries()) {
    const fresh = wanted[at];
    const place = there.find((date) => !taken.has(date) && isSameDate(old, date));
    if (fresh === undefined || place === undefined) return [];
    taken.add(place);
    const by = query.slice(fresh.from, fresh.to);
    if (by === source.slice(old.from, old.to)) continue;
    const text = written(fresh, place, target.slice(place.from, place.to));
    if (text === null) return [];
    swaps.push({ source: { from: old.from, to: old.to, text: by }, target: { from: place.from, to: place.to, text } });
  }
  return swaps;
}

/** `date` as the one that stands there was written; `null` where it lacks what that says, or has no such day. */
function written(date: NamedDate, place: NamedDate, old: string): string | null {
  const said = inCalendar(date, place);
  if (said === null || (said.day === null) !== (place.day === null) || (said.year === null) !== (place.year === null)) {
    return null;
  }
  const name = englishMonthName({ calendar: place.calendar, month: said.month });
  if (name === '') return null;
  const isDayFirst = /^\d/.test(old);
  const day = said.day === null ? name : isDayFirst ? `${said.day} ${name}` : `${name} ${said.day}`;
  if (said.year === null) return day;
  return `${day}${old.includes(',') ? ',' : ''} ${said.year}`;
}

function inCalendar(date: NamedDate, { calendar }: NamedDate): Pick<NamedDate, 'day' | 'month' | 'year'> | null {
  if (date.calendar === calendar) return date;
  const { year, month, day } = date;
  if (date.calendar !== 'solar' || calendar !== 'gregorian' || year === null || day === null) return null;
  return gregorianDate(year, month, day);
}

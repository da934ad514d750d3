import { comparedDates } from '../numbers/compared-dates.ts';
import { inTarget, lacking, type PairRule } from '../pair/rule.ts';

const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** A date or a day of the week that is another one in the English, whatever calendar each side tells it in. What only one side names is
 *  no fault: the other may say `yesterday`. */
export const date: PairRule = {
  severity: 'error',
  check(pair) {
    const { lost, added, lostDays, addedDays, hasAsManyDays } = comparedDates(pair);
    const told = (from: number, to: number, text: string) => text.slice(from, to).trim();
    const [date, day] = [lost[0], lostDays[0]];
    return [
      ...(date
        ? added.map((each) =>
            inTarget(each, {
              found: told(each.from, each.to, pair.target),
              wanted: told(date.from, date.to, pair.source),
            }),
          )
        : []),
      ...(day
        ? addedDays.map((each) =>
            inTarget(
              each,
              { found: told(each.from, each.to, pair.target), wanted: told(day.from, day.to, pair.source) },
              lostDays.length === 1 && addedDays.length === 1 ? (weekdays[day.weekday] ?? null) : null,
            ),
          )
        : []),
      ...(addedDays.length === 0 && hasAsManyDays
        ? lostDays.map((each) => lacking(each, { found: '', wanted: told(each.from, each.to, pair.source) }))
        : []),
    ];
  },
};

/** How soon a machine that failed may be asked again. */
export interface Pace {
  /** When it may be asked again, in milliseconds since 1970; in the past where it may be now. */
  readonly until: number;
  readonly failures: number;
}

export const quick: Pace = { until: 0, failures: 0 };

const FIRST = 2_000;
const LONGEST = 5 * 60_000;
/** The most that a machine may have us wait by `Retry-After`. */
const LONGEST_SAID = 60 * 60_000;

/** The pace after one more failure at `now`: twice as long as before each time, up to five minutes, or as long as `Retry-After` says where
 *  that is longer (RFC 9110, section 10.2.3: seconds, or a date). */
export function slower({ failures }: Pace, now: number, retryAfter: string | null): Pace {
  const own = Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 20));
  const said = saidWait(retryAfter, now);
  return { until: now + Math.max(own, said), failures: failures + 1 };
}

function saidWait(retryAfter: string | null, now: number): number {
  if (retryAfter === null) return 0;
  const text = retryAfter.trim();
  const wait = /^\d{1,9}$/u.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(wait) ? Math.min(LONGEST_SAID, Math.max(0, wait)) : 0;
}

import type { Finding } from '../../../shared/core/finding.ts';

/** That somebody went to a finding, and which segment was the active one there. */
export interface Visit {
  readonly finding: string;
  readonly segment: string | null;
}

/** The finding that keys are about: one whose English the caret touches, of several the one that somebody went to; else the one that
 *  somebody went to, as long as its segment is the active one; else the first of the active segment. `null` where there is none. */
export function currentFinding<F extends Finding>(
  findings: readonly F[],
  visit: Visit | null,
  active: string | null,
  isTouched: (finding: F) => boolean = () => false,
): F | null {
  const own = active === null ? [] : findings.filter(({ segment }) => segment === active);
  const seen = visited(findings, visit, active);
  const touched = seen && isTouched(seen) ? seen : own.find(isTouched);
  return touched ?? seen ?? own[0] ?? null;
}

/** The finding to go to, `step` on from the one that somebody went to. Where nobody did, the nearest one that way, those
 *  of the active segment first. Past either end it goes on from the other; `null` when there are none. `placeOf` gives
 *  the place of a segment among all, and more than any for what stands in none. */
export function nextFinding<F extends Finding>(
  findings: readonly F[],
  visit: Visit | null,
  active: string | null,
  step: 1 | -1,
  placeOf: (segment: string | null) => number,
): F | null {
  const here = visited(findings, visit, active);
  if (here) return findings.at((findings.indexOf(here) + step) % findings.length) ?? null;
  const place = active === null ? -1 : placeOf(active);
  const near =
    step === 1
      ? findings.find(({ segment }) => placeOf(segment) >= place)
      : findings.findLast(({ segment }) => placeOf(segment) <= place);
  return near ?? findings.at(step === 1 ? 0 : -1) ?? null;
}

function visited<F extends Finding>(findings: readonly F[], visit: Visit | null, active: string | null): F | null {
  if (!visit || visit.segment !== active) return null;
  return findings.find(({ id }) => id === visit.finding) ?? null;
}

import { bestAssignment } from './assignment.ts';
import type { Place } from './projection-place.ts';
import { type Span, spanKey } from './span.ts';

/** A mention with the places where its rendering may stand. */
export interface Candidates extends Span {
  readonly places: readonly Place[];
}

/** How much a place loses that is at the other end of its sentence: little enough that no better name is given up for it,
 *  and enough that names that occur twice keep their order. Squared, so that two that cross lose more. */
const FAR = 0.02;

/** Of two places for one mention that are as good, the nearer one must be nearer by this part of the sentence. */
const NEARER = 0.2;

/** What a mention loses whose name stands in the rendering more often than in the source. */
const UNSURE = 0.85;

interface Choice {
  readonly row: number;
  readonly place: Place;
}

/** For each mention the place of its rendering, or `null`: one place a mention, the best total, and places that lie to each
 *  other as the mentions do: apart, or one inside the other. Where two places are as good for one mention, and neither
 *  is clearly nearer, there is none. Lengths are those of the two texts. */
export function bestPlaces(
  rows: readonly Candidates[],
  sourceLength: number,
  targetLength: number,
): readonly (Place | null)[] {
  const position = (span: Span, length: number) => (span.from + span.to) / 2 / Math.max(1, length);
  const distance = (row: Candidates, place: Span) =>
    Math.abs(position(row, sourceLength) - position(place, targetLength));

  const spans = distinctSpans(rows.flatMap(({ places }) => places));
  const columnOf = new Map(spans.map((span, column) => [spanKey(span), column]));
  const placeAt = rows.map(({ places }) => {
    const own: (Place | undefined)[] = [];
    for (const place of places) {
      const column = columnOf.get(spanKey(place)) ?? 0;
      if ((own[column]?.score ?? 0) < place.score) own[column] = place;
    }
    return own;
  });
  const worth = rows.map((row, at) =>
    spans.map((_, column) => {
      const place = placeAt[at]?.[column];
      return place ? place.score - FAR * distance(row, place) ** 2 : 0;
    }),
  );

  let choices: readonly Choice[] = [];
  for (let clash: Choice | null; ; ) {
    choices = bestAssignment(worth).flatMap((column, row) => {
      const place = column === null ? undefined : placeAt[row]?.[column];
      return place ? [{ row, place }] : [];
    });
    clash = weakerOfClash(choices, rows);
    if (clash === null) break;
    const row = worth[clash.row];
    if (row) row[columnOf.get(spanKey(clash.place)) ?? 0] = 0;
  }

  const taken = new Set(choices.map(({ place }) => spanKey(place)));
  const best: (Place | null)[] = rows.map(() => null);
  for (const { row, place } of choices) {
    const mention = rows[row];
    if (!mention) continue;
    const rivals = mention.places.filter(
      (other) => other.score >= place.score - FAR && !taken.has(spanKey(other)) && !overlap(other, place),
    );
    const isNearer = rivals.every((other) => distance(mention, other) >= distance(mention, place) + NEARER);
    best[row] = rivals.length === 0 ? place : isNearer ? { ...place, score: place.score * UNSURE } : null;
  }
  return best;
}

/** A choice that does not lie to another one as their mentions do, of two such the one with the lower score. */
function weakerOfClash(choices: readonly Choice[], rows: readonly Span[]): Choice | null {
  for (const [at, a] of choices.entries()) {
    for (const b of choices.slice(at + 1)) {
      const [one, other] = [rows[a.row], rows[b.row]];
      if (one && other && !areAlike(one, other, a.place, b.place)) return a.place.score < b.place.score ? a : b;
    }
  }
  return null;
}

function areAlike(one: Span, other: Span, place: Span, otherPlace: Span): boolean {
  if (!overlap(one, other)) return !overlap(place, otherPlace);
  if (isInside(one, other)) return isInside(place, otherPlace);
  if (isInside(other, one)) return isInside(otherPlace, place);
  return true;
}

function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

function distinctSpans(spans: readonly Span[]): readonly Span[] {
  return [...new Map(spans.map((span) => [spanKey(span), span])).values()];
}

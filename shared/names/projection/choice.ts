import { bestAssignment } from '../../core/assignment.ts';
import { overlap, type Span, spanKey } from '../../core/span.ts';
import type { Place } from './place.ts';

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

/** How far a place is from where its mention stands, as parts of the two sentences: 0…1. */
type Distance = (mention: Span, place: Span) => number;

/** For each mention the place of its rendering, or `null`: one place a mention, the best total, and places that lie to each
 *  other as the mentions do: apart, or one inside the other. Where two places are as good for one mention, and neither
 *  is clearly nearer, there is none. Lengths are those of the two texts. */
export function bestPlaces(
  rows: readonly Candidates[],
  sourceLength: number,
  targetLength: number,
): readonly (Place | null)[] {
  const position = ({ from, to }: Span, length: number) => (from + to) / 2 / Math.max(1, length);
  const distance: Distance = (mention, place) =>
    Math.abs(position(mention, sourceLength) - position(place, targetLength));

  const choices = choicesWithoutClash(rows, distance);
  const taken = new Set(choices.map(({ place }) => spanKey(place)));
  const places = new Map(choices.map(({ row, place }) => [row, place]));
  return rows.map((mention, row) => {
    const place = places.get(row);
    const free = mention.places.filter((other) => !taken.has(spanKey(other)));
    return place ? unlessDoubtful(mention, place, free, distance) : null;
  });
}

/** The choices with the best total; while two of them clash, the weaker one is ruled out and all are made anew. */
function choicesWithoutClash(rows: readonly Candidates[], distance: Distance): readonly Choice[] {
  const columns = [...new Set(rows.flatMap(({ places }) => places.map(spanKey)))];
  const best = rows.map(({ places }) => bestByRange(places));
  const worth = rows.map((row, at) =>
    columns.map((column) => {
      const place = best[at]?.get(column);
      return place ? place.score - FAR * distance(row, place) ** 2 : 0;
    }),
  );
  for (;;) {
    const choices = bestAssignment(worth).flatMap((column, row) => {
      const place = column === null ? undefined : best[row]?.get(columns[column] ?? '');
      return place ? [{ row, place }] : [];
    });
    const clash = weakerOfClash(choices, rows);
    const ruledOut = clash && worth[clash.row];
    if (!ruledOut) return choices;
    ruledOut[columns.indexOf(spanKey(clash.place))] = 0;
  }
}

/** Of the places of one range, the surest. */
function bestByRange(places: readonly Place[]): ReadonlyMap<string, Place> {
  return new Map(places.toSorted((a, b) => a.score - b.score).map((place) => [spanKey(place), place]));
}

/** `place`, unless another one that is still free is as good and about as near; less sure where there is one farther off. */
function unlessDoubtful(mention: Span, place: Place, free: readonly Place[], distance: Distance): Place | null {
  const rivals = free.filter((other) => other.score >= place.score - FAR && !overlap(other, place));
  if (rivals.length === 0) return place;
  const isNearer = rivals.every((other) => distance(mention, other) >= distance(mention, place) + NEARER);
  return isNearer ? { ...place, score: place.score * UNSURE } : null;
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

function isInside(inner: Span, outer: Span): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

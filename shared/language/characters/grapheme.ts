/** Where the graphemes (UAX #29 extended clusters) of one text begin and end. */
export interface Graphemes {
  /** True when a boundary at `at` cuts no grapheme and no surrogate pair. */
  isBoundary(at: number): boolean;
  /** The last boundary at or before `at`. */
  floor(at: number): number;
  /** The first boundary at or after `at`. */
  ceil(at: number): number;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The graphemes of `text`. Places between plain letters are answered without segmenting anything, and others by segmenting
 *  what stands between two such places: `Segments.containing` takes time that grows with the whole text. */
export function graphemes(text: string): Graphemes {
  let stretch: Stretch = { from: 0, to: 0, starts: [] };
  const cluster = (at: number): readonly [from: number, to: number] | null => {
    if (at <= 0 || at >= text.length || isApart(text, at)) return null;
    if (at <= stretch.from || at >= stretch.to) stretch = stretchAround(text, at);
    const { starts, to } = stretch;
    const index = lastAtOrBefore(starts, at);
    return starts[index] === at ? null : [starts[index] ?? at, starts[index + 1] ?? to];
  };
  return {
    isBoundary: (at) => cluster(at) === null,
    floor: (at) => cluster(at)?.[0] ?? at,
    ceil: (at) => cluster(at)?.[1] ?? at,
  };
}

/** A part of a text between two places that are boundaries for sure, and where its graphemes begin. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly starts: readonly number[];
}

function stretchAround(text: string, at: number): Stretch {
  let from = at - 1;
  let to = at + 1;
  while (from > 0 && !isApart(text, from)) from -= 1;
  while (to < text.length && !isApart(text, to)) to += 1;
  return { from, to, starts: startsIn(text, from, to) };
}

const CHUNK = 1024;

/** Where graphemes begin between two boundaries. The segmenter takes time that grows with the square of a long text, so it
 *  gets pieces: the last grapheme of each may be cut, so the next piece begins with it. */
function startsIn(text: string, from: number, to: number): readonly number[] {
  const starts: number[] = [];
  let size = CHUNK;
  for (let at = from; at < to; ) {
    const end = Math.min(at + size, to);
    const found = Array.from(segmenter.segment(text.slice(at, end)), ({ index }) => at + index);
    const cut = end < to ? found.pop() : end;
    starts.push(...found);
    size = found.length > 0 ? CHUNK : 2 * size;
    at = cut ?? end;
  }
  return starts;
}

function lastAtOrBefore(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** True for a place between two plain units. */
function isApart(text: string, at: number): boolean {
  return isPlain(text.charCodeAt(at - 1)) && isPlain(text.charCodeAt(at));
}

/** Two such units side by side never share a grapheme: printable Latin, Persian and Arabic letters and digits. */
function isPlain(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x300) ||
    (unit >= 0x61b && unit <= 0x64a) ||
    (unit >= 0x671 && unit <= 0x6d5) ||
    (unit >= 0x6f0 && unit <= 0x6f9)
  );
}

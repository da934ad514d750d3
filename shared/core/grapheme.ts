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

/** The graphemes of `text`. Places between plain letters are answered without segmenting anything. */
export function graphemes(text: string): Graphemes {
  let segments: Intl.Segments | null = null;
  const cluster = (at: number) => {
    if (at <= 0 || at >= text.length) return null;
    if (isPlain(text.charCodeAt(at - 1)) && isPlain(text.charCodeAt(at))) return null;
    segments ??= segmenter.segment(text);
    const found = segments.containing(at);
    return found === undefined || found.index === at ? null : found;
  };
  return {
    isBoundary: (at) => cluster(at) === null,
    floor: (at) => cluster(at)?.index ?? at,
    ceil: (at) => {
      const found = cluster(at);
      return found === null ? at : found.index + found.segment.length;
    },
  };
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

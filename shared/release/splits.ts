/** The parts that a release may be divided into. */
export const splits = ['train', 'dev', 'test'] as const;
export type Split = (typeof splits)[number];

/** A document to be put into a split. */
export interface Dividable {
  readonly id: string;
  /** Those that it may bring; one that brings none fills no split. */
  readonly segments: number;
  /** Where the release before had it: there it stays, so that what was once tested with is never trained with. */
  readonly before?: Split | null | undefined;
}

/**
 * The split of each document, by id: whole documents, in an order that the seed alone decides, each to the split that lacks most of
 * its share of the segments. As long as there are documents enough, no split that has a share stays empty. `shares` may
 * have any sum above 0.
 */
export function divide(
  documents: readonly Dividable[],
  shares: Readonly<Record<Split, number>>,
  seed: string,
): ReadonlyMap<string, Split> {
  const found = new Map<string, Split>();
  const wanted = splits.filter((split) => shares[split] > 0);
  const whole = wanted.reduce((sum, split) => sum + shares[split], 0);
  const segments = documents.reduce((sum, document) => sum + document.segments, 0);
  const filled: Record<Split, number> = { train: 0, dev: 0, test: 0 };
  const put = ({ id, segments }: Dividable, split: Split) => {
    found.set(id, split);
    filled[split] += segments;
  };
  const open: Dividable[] = [];
  for (const document of documents) {
    if (document.before && wanted.includes(document.before)) put(document, document.before);
    else open.push(document);
  }
  const drawn = open
    .map((document) => ({ document, place: drawing(seed, document.id) }))
    .sort(
      (a, b) =>
        Number(a.document.segments === 0) - Number(b.document.segments === 0) ||
        a.place - b.place ||
        (a.document.id < b.document.id ? -1 : 1),
    )
    .map(({ document }) => document);
  const used = new Set(found.values());
  // The smaller a split, the sooner it would be left without a document.
  const empty = wanted.filter((split) => !used.has(split)).sort((a, b) => shares[a] - shares[b]);
  const full = drawn.filter((document) => document.segments > 0).length || drawn.length;
  const first = full >= empty.length ? empty : empty.slice(-full || empty.length);
  for (const [index, document] of drawn.entries()) {
    const lack = (split: Split) => (segments * shares[split]) / whole - filled[split];
    const neediest = wanted.reduce<Split>((most, split) => (lack(split) > lack(most) ? split : most), 'train');
    put(document, first[index] ?? (wanted.includes(neediest) ? neediest : (wanted[0] ?? 'train')));
  }
  return found;
}

/** FNV-1a of both, mixed as MurmurHash3 does at its end: 32 bits in which every letter of the seed moves every bit. */
function drawing(seed: string, id: string): number {
  let hash = 0x811c9dc5;
  for (const text of [seed, '\n', id]) {
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

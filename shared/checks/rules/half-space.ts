import type { PairRule } from '../pair/rule.ts';

interface Place {
  readonly kind: string;
  readonly pattern: RegExp;
}

const places: readonly Place[] = [
  { kind: 'stray', pattern: /\u200c{2,}|\u200c(?=\s|$|[،؛؟.!:»)])|(?<=^|[\s«(])\u200c/gu },
  {
    kind: 'lost',
    pattern: /(?<![\p{L}\u200c])ن?می (?=\p{L}{2})|(?<=\p{L}) (?:ها|های|هایی|هایش|هایشان|تر|ترین)(?![\p{L}\u200c])/gu,
  },
];

/** So many are told of one text. */
const MOST = 5;

/** Half-spaces (ZWNJ) of the Persian that are lost or stand astray: the source stays as it is, and may be corrected. */
export const halfSpace: PairRule = {
  severity: 'hint',
  check: ({ source }) =>
    places.flatMap(({ kind, pattern }) =>
      Array.from(source.matchAll(pattern))
        .slice(0, MOST)
        .map(({ 0: found, index: from }) => ({
          ...({ side: 'source', from, to: from + found.length, fix: null, isLack: false } as const),
          values: { kind, found: around(source, from, from + found.length) },
        })),
    ),
};

function around(text: string, from: number, to: number): string {
  const before = /\S{0,20}$/u.exec(text.slice(Math.max(0, from - 20), from))?.[0] ?? '';
  return before + text.slice(from, to) + (/^\S{0,20}/u.exec(text.slice(to, to + 20))?.[0] ?? '');
}

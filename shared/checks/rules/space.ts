import { inTarget, type PairRule, type Remark } from '../pair/rule.ts';

interface Place {
  readonly pattern: RegExp;
  readonly kind: string;
  readonly fix: string;
}

/** Where a space is too much or lacks; each pattern matches what goes, or where one comes. */
const places: readonly Place[] = [
  { kind: 'edge', pattern: /^[\s\u200b]+|(?<![\s\u200b])[\s\u200b]+$/gu, fix: '' },
  { kind: 'double', pattern: /(?<=\S)[^\S\n\u00a0\u202f]{2,}(?=\S)/gu, fix: ' ' },
  // A point may begin a number or a name (.5, .com), and an ellipsis may stand apart.
  {
    kind: 'before',
    pattern: /(?<=\S)\s+(?=[,;!?](?!\S*[=&])|[:](?![-)(DP])|[.](?![\p{L}\p{N}.])|[%)\]”](?!\p{L}))/gu,
    fix: '',
  },
  { kind: 'inside', pattern: /(?<=[([“])\s+(?=\S)/gu, fix: '' },
  {
    kind: 'after',
    pattern:
      /(?<=\p{L}{2}[,;!?])(?=\p{L})|(?<=[\p{L}\p{N}][,;])(?=["“][\p{L}\p{N}])|(?<=\p{N}[,;])(?=\p{L})|(?<=\p{Ll}{2}[.])(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=[(“]\p{L}{3})/gu,
    fix: ' ',
  },
];

/** A doubled, leading, trailing or lacking space, and one before a mark that follows its word at once. */
export const space: PairRule = {
  severity: 'warning',
  check({ target }) {
    if (!/\S/u.test(target)) return [];
    const remarks = places.flatMap(({ pattern, kind, fix }) =>
      Array.from(target.matchAll(pattern), ({ 0: found, index: from }) =>
        inTarget({ from, to: from + found.length }, { kind, found: around(target, from, from + found.length) }, fix),
      ),
    );
    return remarks.filter((remark) => remarks.find((other) => overlap(remark, other)) === remark);
  },
};

function around(text: string, from: number, to: number): string {
  const before = /\S{0,12}$/u.exec(text.slice(Math.max(0, from - 12), from))?.[0] ?? '';
  return before + text.slice(from, to) + (/^\S{0,12}/u.exec(text.slice(to, to + 12))?.[0] ?? '');
}

function overlap(a: Remark, b: Remark): boolean {
  return a.from <= b.to && b.from <= a.to;
}

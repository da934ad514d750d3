import type { Link } from '../../../shared/doc/model/schema.ts';

/** Words that are linked with each other, however they lie, as they read. */
export interface LinkGroup {
  readonly key: string;
  readonly pairs: readonly Link[];
  /** Each word once, in the order of its text; what stands between two that do not adjoin is left out. */
  readonly fa: string;
  readonly en: string;
  /** True when all of it is only possible. */
  readonly isPossible: boolean;
}

/** The links of a segment by the words that hang together, in the order of the Persian. */
export function linkGroups(pairs: readonly Link[], source: string, rendering: string): readonly LinkGroup[] {
  const groups: Link[][] = [];
  for (const pair of pairs) {
    const touching = groups.filter((group) => group.some((one) => isTouching(one, pair)));
    const joined = [...touching.flat(), pair];
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.sort((a, b) => startOf(a) - startOf(b)).map((group) => asGroup(group, source, rendering));
}

function asGroup(pairs: readonly Link[], source: string, rendering: string): LinkGroup {
  return {
    key: pairs.map((pair) => `${pair.source.from}-${pair.rendering.from}`).join(' '),
    pairs,
    fa: reading(
      pairs.map((pair) => pair.source),
      source,
    ),
    en: reading(
      pairs.map((pair) => pair.rendering),
      rendering,
    ),
    isPossible: pairs.every(({ sure }) => !sure),
  };
}

function reading(spans: readonly Link['source'][], text: string): string {
  const sorted = [...new Map(spans.map((span) => [span.from, span])).values()].sort((a, b) => a.from - b.from);
  return sorted
    .map(({ from, to }, index) => {
      const before = sorted[index - 1];
      const gap = before ? text.slice(before.to, from) : '';
      return `${before ? (gap.trim() === '' ? ' ' : ' … ') : ''}${text.slice(from, to)}`;
    })
    .join('');
}

function startOf(pairs: readonly Link[]): number {
  return Math.min(...pairs.map(({ source }) => source.from));
}

function isTouching(a: Link, b: Link): boolean {
  return a.source.from === b.source.from || a.rendering.from === b.rendering.from;
}

import { namedText, nameIndex } from './entity-name-index.ts';
import type { Span } from './span.ts';
import type { Suggester } from './suggestion.ts';

/** A name in a source sentence. */
export interface SourceName extends Span {
  readonly label: string;
  readonly entity: string | null;
}

/** Names of `source` that nobody has marked: the marked ones where they stand again, and what else is known. Each has its
 *  own place in the rendering, which is then not taken for that of a mention. */
export function unmarkedNames(
  source: string,
  mentions: readonly SourceName[],
  suggester: Suggester,
): readonly SourceName[] {
  const surfaces = nameIndex(mentions, ({ from, to }) => source.slice(from, to));
  const again = surfaces.in(namedText(source)).map(({ from, to, found }) => {
    const { label, entity } = found[0] as SourceName;
    return { from, to, label, entity };
  });
  const known = suggester
    .suggest(source)
    .map(({ from, to, label, entity }) => ({ from, to, label, entity: entity?.id ?? null }));
  const taken = new Set(mentions.map(keyOf));
  return [...again, ...known].filter((name) => {
    const isNew = !taken.has(keyOf(name)) && mentions.every((mention) => !cross(name, mention));
    taken.add(keyOf(name));
    return isNew;
  });
}

function keyOf({ from, to }: Span): string {
  return `${from}-${to}`;
}

function cross(a: Span, b: Span): boolean {
  return (a.from < b.from && b.from < a.to && a.to < b.to) || (b.from < a.from && a.from < b.to && b.to < a.to);
}

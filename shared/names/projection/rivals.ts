import type { Span } from '../../core/span.ts';
import { namedText, nameIndex } from '../entity/name-index.ts';
import type { Suggester } from '../suggestion/suggestion.ts';

/** A name in a source sentence. */
export interface SourceName extends Span {
  readonly label: string;
  readonly entity: string | null;
}

/** All names that can be told in `source`: the marked ones wherever they stand, and what else is known, but for what crosses
 *  a mention. Those that nobody has marked have their places in the rendering too, which no mention shall be given. */
export function namesBeside(
  source: string,
  mentions: readonly SourceName[],
  suggester: Suggester,
): readonly SourceName[] {
  const surfaces = nameIndex(mentions, ({ from, to }) => source.slice(from, to));
  const again = surfaces.in(namedText(source)).map(({ from, to, found }) => {
    const { label, entity } = found[0] as SourceName;
    return { from, to, label, entity };
  });
  const known = suggester.suggest(source).map(({ from, to, label, entities: [entity, another] }) => {
    return { from, to, label, entity: another ? null : (entity?.id ?? null) };
  });
  return [...again, ...known].filter((name) => mentions.every((mention) => !cross(name, mention)));
}

function cross(a: Span, b: Span): boolean {
  return (a.from < b.from && b.from < a.to && a.to < b.to) || (b.from < a.from && a.from < b.to && b.to < a.to);
}

import type { Node } from 'prosemirror-model';
import type { Unit } from '../core/outline.ts';
import type { Origin, Status } from '../core/status.ts';
import { schema } from './schema.ts';

/** Segments a page holds when a document is built; see `paging.ts` for what keeps it near that. */
export const PAGE_SIZE = 40;

/** The English that a new document starts with for one unit. */
export interface Rendering {
  readonly text: string;
  readonly status: Status;
  readonly origin: Origin;
}

/** A new document: one segment a unit, in order, untranslated but for the renderings given (by index of the unit).
 *  `newId` is called once a segment. Throws when there is no unit: a document without text is refused at import. */
export function buildDocument(
  units: readonly Pick<Unit, 'from' | 'to' | 'kind'>[],
  newId: () => string,
  renderings: readonly (Rendering | null)[] = [],
): Node {
  if (units.length === 0) throw new RangeError('A document needs at least one segment');
  const segments = units.map(({ from, to, kind }, index) => {
    const rendering = renderings[index];
    return schema.node(
      'segment',
      { id: newId(), from, to, kind, status: rendering?.status ?? 'initial', origin: rendering?.origin ?? null },
      rendering?.text ? [schema.text(rendering.text)] : [],
    );
  });
  const pages: Node[] = [];
  for (let start = 0; start < segments.length; start += PAGE_SIZE) {
    pages.push(schema.node('page', null, segments.slice(start, start + PAGE_SIZE)));
  }
  return schema.node('doc', null, [...pages, schema.node('standoff')]);
}

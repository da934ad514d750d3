import type { Span } from '../../../shared/core/span.ts';
import { type RenamePlace, renamePlaces } from '../../../shared/doc/edit/rename.ts';
import { eachSegment } from '../../../shared/doc/model/read.ts';
import { type SegmentAttrs, segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { standoffOf } from '../../../shared/doc/model/standoff.ts';
import type { Context } from '../../context.ts';
import { documentHead } from '../../db/document.ts';
import { entityById } from '../../db/entity.ts';
import { documentsNaming } from '../../db/occurrence.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** A place that a new name would change, in its sentence. `from` and `to` count in `en`, `source` in `fa`. */
export interface RenamedPlace extends RenamePlace {
  readonly fa: string;
  readonly en: string;
  readonly source: Span | null;
}

/** The places of one document. */
export interface RenamedDocument {
  readonly document: string;
  readonly title: string;
  readonly places: readonly RenamedPlace[];
}

/** Every place that would read otherwise if the preferred English name of an entity were `fresh`, in the documents in use. */
export async function renamedPlaces(
  ctx: Context,
  { project, id, fresh }: { readonly project: string; readonly id: string; readonly fresh: string },
): Promise<readonly RenamedDocument[]> {
  const { store, timeline } = ctx;
  const stored = await entityById(store.db, project, id);
  if (!stored) throw new UnknownRecord('entity', id);
  const found: RenamedDocument[] = [];
  for (const { id: document, title } of await documentsNaming(store.db, project, id)) {
    const head = await documentHead(store.db, document);
    if (!head) continue;
    const { doc, source } = await timeline.at(store.db, document, head.version);
    const places = renamePlaces(doc, source.text, { entity: id, old: stored.en, fresh });
    if (places.length === 0) continue;
    const sentences = new Map<string, { readonly attrs: SegmentAttrs; readonly en: string }>();
    eachSegment(doc, (node) => {
      sentences.set(segmentAttrs(node).id, { attrs: segmentAttrs(node), en: node.textContent });
      return true;
    });
    const { byId } = standoffOf(doc);
    found.push({
      document,
      title,
      places: places.flatMap((place) => {
        const sentence = sentences.get(place.segment);
        if (!sentence) return [];
        const { from, to } = sentence.attrs;
        const fa = source.text.slice(from, to);
        const mention = byId.get(place.mention);
        return [{ ...place, fa, en: sentence.en, source: within(mention?.from, mention?.to, { from, to }) }];
      }),
    });
  }
  return found;
}

/** What of a range of the source stands in a segment, counted from its beginning. */
function within(from: number | null | undefined, to: number | null | undefined, segment: Span): Span | null {
  if (typeof from !== 'number' || typeof to !== 'number' || from >= segment.to || to <= segment.from) return null;
  return { from: Math.max(from, segment.from) - segment.from, to: Math.min(to, segment.to) - segment.from };
}

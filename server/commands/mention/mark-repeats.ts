import type { Transform } from 'prosemirror-transform';
import type { Span } from '../../../shared/core/span.ts';
import { addMention } from '../../../shared/doc/edit/mention.ts';
import type { MentionAttrs } from '../../../shared/doc/model/schema.ts';
import { standoffOf } from '../../../shared/doc/model/standoff.ts';
import { canStandTogether } from '../../../shared/names/suggestion/nesting.ts';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import type { Context } from '../../context.ts';
import { changeDocument } from '../timeline/change.ts';

/** Places of documents that are to be marked alike. */
export interface RepeatChoice {
  readonly label: string;
  /** Id of the entity that they mean, or `null`. */
  readonly entity: string | null;
  readonly documents: readonly { readonly document: string; readonly places: readonly Span[] }[];
}

/** Marks places as one kind of mention: one change a document. Places that somebody has marked since are left. */
export async function markRepeats(
  ctx: Context,
  { label, entity, documents }: RepeatChoice,
): Promise<{ readonly changes: readonly DocumentChange[]; readonly marked: number }> {
  const changes: DocumentChange[] = [];
  let marked = 0;
  for (const { document, places } of documents) {
    const inOrder = places.toSorted((a, b) => a.from - b.from);
    let count = 0;
    const change = await changeDocument(ctx, document, (tr: Transform, { doc, source: { text } }) => {
      const standoff = standoffOf(doc);
      let end = 0;
      count = inOrder.filter((source) => {
        const isFree = source.from >= end && standoff.over(source).every((other) => areApart(source, label, other));
        const mention = { id: ctx.newId(), label, entity, state: 'accepted', source, rendering: null } as const;
        if (!isFree || !addMention(tr, mention, text)) return false;
        end = source.to;
        return true;
      }).length;
      return count > 0;
    });
    if (change) {
      changes.push(change);
      marked += count;
    }
  }
  return { changes, marked };
}

/** True when a mention as `label` may stand at `place` beside one that is there. */
function areApart(place: Span, label: string, { from, to, label: other }: MentionAttrs): boolean {
  return from === null || to === null || canStandTogether({ ...place, label }, { from, to, label: other });
}

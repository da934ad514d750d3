import type { Transform } from 'prosemirror-transform';
import type { Span } from '../../../shared/core/span.ts';
import { canStandTogether } from '../../../shared/core/suggestion-nesting.ts';
import { addMention } from '../../../shared/doc/mention.ts';
import { mentions } from '../../../shared/doc/read.ts';
import type { Context } from '../../context.ts';
import { changeDocument, type ServerChange } from '../change-document.ts';

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
): Promise<{ readonly changes: readonly ServerChange[]; readonly marked: number }> {
  const changes: ServerChange[] = [];
  let marked = 0;
  for (const { document, places } of documents) {
    let count = 0;
    const change = await changeDocument(ctx, document, (tr: Transform, { source: { text } }) => {
      count = places.filter((source) => {
        const stands = mentions(tr.doc).every((other) => {
          const { from, to } = other;
          return (
            from === null || to === null || canStandTogether({ ...source, label }, { from, to, label: other.label })
          );
        });
        const mention = { id: ctx.newId(), label, entity, state: 'accepted', source, rendering: null } as const;
        return stands && addMention(tr, mention, text);
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

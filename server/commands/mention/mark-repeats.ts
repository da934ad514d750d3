import type { Transform } from 'prosemirror-transform';
import type { Span } from '../../../shared/core/span.ts';
import { addMention } from '../../../shared/doc/edit/mention.ts';
import type { MentionAttrs } from '../../../shared/doc/model/schema.ts';
import { standoffOf } from '../../../shared/doc/model/standoff.ts';
import { canStandTogether } from '../../../shared/names/suggestion/nesting.ts';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import type { Context } from '../../context.ts';
import { selectDocuments } from '../../db/document.ts';
import type { Act, ActInput, Piece } from '../act/act.ts';
import { beginAct } from '../act/begin.ts';
import { changeWithin } from '../act/change-within.ts';
import { revertWithin } from '../act/revert-within.ts';

/** Places of documents that are to be marked alike. */
export interface RepeatChoice {
  readonly project: string;
  readonly label: string;
  /** Id of the entity that they mean, or `null`. */
  readonly entity: string | null;
  readonly documents: readonly { readonly document: string; readonly places: readonly Span[] }[];
}

interface MarkPiece extends Piece {
  readonly places: readonly Span[];
}

interface MarkInput extends ActInput {
  readonly label: string;
  readonly entity: string | null;
}

interface Marked {
  readonly change: DocumentChange | null;
  readonly count: number;
}

/** Marks the places of each document by one change. Places that somebody has marked since are left. */
export const markAct: Act<MarkInput, MarkPiece, Marked> = {
  kind: 'mark',
  async make(place, { label, entity }, { document, places }) {
    const inOrder = places.toSorted((a, b) => a.from - b.from);
    let count = 0;
    if (document === null) return { change: null, count };
    const change = await changeWithin(place, document, (tr: Transform, { doc, source: { text } }) => {
      const standoff = standoffOf(doc);
      let end = 0;
      count = inOrder.filter((source) => {
        const isFree = source.from >= end && standoff.over(source).every((other) => areApart(source, label, other));
        const mention = { id: place.ctx.newId(), label, entity, state: 'accepted', source, rendering: null } as const;
        if (!isFree || !addMention(tr, mention, text)) return false;
        end = source.to;
        return true;
      }).length;
      return count > 0;
    });
    return { change, count };
  },
  takeBack: async (place, _input, _piece, { change }) => (change ? revertWithin(place, change) : null),
};

/** What marking many places came to. */
export interface MarkedRepeats {
  readonly changes: readonly DocumentChange[];
  readonly marked: number;
  /** The job, which takes it back; `null` where there was nothing to do. */
  readonly job: string | null;
  /** False while it is still under way: it goes on by itself. */
  readonly isDone: boolean;
}

/** Marks places as one kind of mention, in the documents of one project; nothing where it was stopped under way. */
export async function markRepeats(
  ctx: Context,
  { project, label, entity, documents }: RepeatChoice,
): Promise<MarkedRepeats> {
  const known = new Set((await selectDocuments(ctx.store.db, { project })).map(({ id }) => id));
  const [first, ...rest] = documents.filter(({ document }) => known.has(document));
  const nothing = { changes: [], marked: 0, job: null, isDone: true };
  if (!first) return nothing;
  const input = { subjects: [], names: [], label, entity };
  const pieces = [first, ...rest] as const;
  const done = await beginAct(ctx, markAct, project, async () => ({ ok: true, value: { input, pieces: [...pieces] } }));
  if (!done.ok) return nothing;
  const { job, isDone } = done.value;
  const made = done.value.done.flatMap(({ outcome }) =>
    outcome.change ? [{ ...outcome, change: outcome.change }] : [],
  );
  const marked = made.reduce((sum, { count }) => sum + count, 0);
  return { changes: made.map(({ change }) => change), marked, job, isDone };
}

/** True when a mention as `label` may stand at `place` beside one that is there. */
function areApart(place: Span, label: string, { from, to, label: other }: MentionAttrs): boolean {
  return from === null || to === null || canStandTogether({ ...place, label }, { from, to, label: other });
}

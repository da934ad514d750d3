import type { Transform } from 'prosemirror-transform';
import { describeMention } from '../../../shared/doc/edit/mention.ts';
import { mentions } from '../../../shared/doc/model/read.ts';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import type { Context } from '../../context.ts';
import { documentsMentioning } from '../../db/occurrence.ts';
import { changeDocument } from '../timeline/change.ts';

/** Which mentions to move: all of an entity, or only some of them. */
export interface MovedMentions {
  readonly project: string;
  readonly from: string;
  /** The entity that they shall mean, or `null` for none. */
  readonly to: string | null;
  readonly only?: readonly { readonly document: string; readonly mention: string }[] | undefined;
}

/** Makes mentions mean another entity, or none, in every document of a project; one change a document. */
export async function moveMentions(ctx: Context, { project, from, to, only }: MovedMentions) {
  const chosen = only && new Set(only.map(({ document, mention }) => `${document} ${mention}`));
  const changes: DocumentChange[] = [];
  for (const document of await documentsMentioning(ctx.store.db, project, from)) {
    const change = await changeDocument(ctx, document, (tr: Transform) =>
      mentions(tr.doc)
        .filter(({ id, entity }) => entity === from && (!chosen || chosen.has(`${document} ${id}`)))
        .map(({ id }) => describeMention(tr, id, { entity: to }))
        .includes(true),
    );
    if (change) changes.push(change);
  }
  return changes;
}

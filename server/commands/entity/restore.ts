import type { Transform } from 'prosemirror-transform';
import { describeMention } from '../../../shared/doc/edit/mention.ts';
import { mentions } from '../../../shared/doc/model/read.ts';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import type { Context } from '../../context.ts';
import { reviveEntity, type StoredEntity } from '../../db/entity.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { changeDocument } from '../timeline/change.ts';

/** What took an entity out of the registry: its removal, or a merge into another one. */
export interface Removal {
  readonly project: string;
  readonly id: string;
  /** What its mentions came to mean: the other entity, or `null` for none. */
  readonly to: string | null;
  /** What that did to the documents, as it was answered. */
  readonly changes: readonly DocumentChange[];
}

/** Takes a removed entity back as it was. Each mention that meant it before, and means now what the removal made it mean,
 *  means it again; one that somebody has changed since stays as it is. */
export async function restoreEntity(ctx: Context, { project, id, to, changes }: Removal): Promise<StoredEntity> {
  const { store, timeline, now, person } = ctx;
  const entity = await store.transaction((trx) =>
    reviveEntity(trx, project, id, { cause: 'restored', person, at: now() }),
  );
  if (!entity) throw new UnknownRecord('entity', id);
  for (const { document, before } of changes) {
    const { doc } = await timeline.at(store.db, document, before);
    const own = new Set(mentions(doc).flatMap((mention) => (mention.entity === id ? [mention.id] : [])));
    await changeDocument(ctx, document, (tr: Transform) =>
      mentions(tr.doc)
        .filter((mention) => own.has(mention.id) && mention.entity === to)
        .map((mention) => describeMention(tr, mention.id, { entity: id }))
        .includes(true),
    );
  }
  return entity;
}

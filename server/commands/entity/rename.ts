import { type RenamePlace, renamePlaces, writeNames } from '../../../shared/doc/edit/rename.ts';
import { type EntityRecord, titleOf } from '../../../shared/names/entity/entity.ts';
import { entityProblems } from '../../../shared/names/entity/problems.ts';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import type { Context } from '../../context.ts';
import { entityById, lockEntities, rewriteEntity, type StoredEntity } from '../../db/entity.ts';
import { labelsOf } from '../../db/label.ts';
import { documentsNaming } from '../../db/occurrence.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import type { Act, ActInput, Piece, Place } from '../act/act.ts';
import { beginAct } from '../act/begin.ts';
import { changeWithin } from '../act/change-within.ts';
import { revertWithin } from '../act/revert-within.ts';
import { subjects } from './acts-on.ts';
import type { EntityAnswer } from './change.ts';

/** A new record, and the places in which its English is to be written. */
export interface Rename {
  readonly project: string;
  readonly id: string;
  /** The revision of the entity that was read. */
  readonly revision: number;
  readonly record: EntityRecord;
  /** In each document the mentions that were chosen, each with what it read. */
  readonly documents: readonly {
    readonly document: string;
    readonly mentions: readonly Pick<RenamePlace, 'mention' | 'before'>[];
  }[];
}

/** What a renaming did to a document. */
export interface RenamedIn {
  readonly document: string;
  readonly change: DocumentChange | null;
  /** How many places have the new name, and how many were left since they read otherwise by now. */
  readonly written: number;
  readonly left: number;
}

export type RenameAnswer =
  | {
      readonly ok: true;
      readonly entity: StoredEntity;
      /** The job, which takes all of it back. */
      readonly job: string;
      /** False while it is still under way: it goes on by itself. */
      readonly isDone: boolean;
      readonly documents: readonly RenamedIn[];
    }
  | Exclude<EntityAnswer, { readonly ok: true }>;

interface Renaming extends ActInput {
  readonly id: string;
  readonly before: EntityRecord;
  readonly record: EntityRecord;
  /** The revision at which the entity says `record`. */
  readonly revision: number;
}

interface RenamePiece extends Piece {
  readonly mentions: readonly Pick<RenamePlace, 'mention' | 'before'>[];
}

type RenameOutcome = Omit<RenamedIn, 'document'> | null;

/** The record first, then the places of each document; back the other way round. */
export const renameAct: Act<Renaming, RenamePiece, RenameOutcome> = {
  kind: 'rename',
  async make(place, { id, before, record, revision }, { document, mentions }) {
    const { ctx, trx, project, job } = place;
    if (document === null) {
      const by = { cause: 'changed', person: ctx.person, at: ctx.now(), job } as const;
      await rewriteEntity(trx, project, { id, ...record, revision: revision - 1 }, by);
      return null;
    }
    const seen = new Map(mentions.map(({ mention, before: text }) => [mention, text]));
    let written = 0;
    const change = await changeWithin(place, document, (tr, { source }) => {
      const places = renamePlaces(tr.doc, source.text, { entity: id, old: before.en, fresh: record.en });
      const chosen = places.filter(({ mention, before: text }) => seen.get(mention) === text);
      written = chosen.length - writeNames(tr, chosen).length;
      return written > 0;
    });
    return { change, written, left: seen.size - written };
  },
  async takeBack(place, input, { document }, outcome) {
    if (document === null) return { record: await sayAgain(place, input) };
    return outcome?.change ? revertWithin(place, outcome.change) : null;
  },
};

/** The record as it was; only the English where somebody has changed other parts since, nothing where it is renamed again. */
async function sayAgain({ ctx, trx, project, job }: Place, input: Renaming): Promise<'back' | 'stays'> {
  const { id, before, record, revision } = input;
  const now = (await lockEntities(trx, project, [id])).get(id);
  if (!now || (now.revision !== revision && now.en !== record.en)) return 'stays';
  const own = before.enOther.map(({ name }) => name);
  const enOther = now.enOther.filter(({ name }) => name !== before.en || own.includes(name));
  const back = now.revision === revision ? before : { ...now, en: before.en, enOther };
  const by = { cause: 'restored', person: ctx.person, at: ctx.now(), job } as const;
  await rewriteEntity(trx, project, { id, ...back, revision: now.revision }, by);
  return 'back';
}

/** Changes an entity, as `changeEntity`, and writes its new English name in the places that were chosen: one change a
 *  document. A place that reads otherwise by now stays as it is. */
export async function renameEntity(ctx: Context, rename: Rename): Promise<RenameAnswer> {
  const { project, id, revision, record, documents } = rename;
  let late: Exclude<EntityAnswer, { readonly ok: true }> | null = null;
  const done = await beginAct(ctx, renameAct, project, async (trx) => {
    late = null;
    const { found, problems } = await subjects(trx, project, [id]);
    const entity = found(id);
    if (entity.revision !== revision) {
      late = { ok: false, reason: 'stale', entity };
      return { ok: false, problems: [] };
    }
    const wrong = [...problems, ...entityProblems(record, await labelsOf(trx, project))];
    if (wrong.length > 0) return { ok: false, problems: wrong };
    const named = new Set((await documentsNaming(trx, project, id)).map((one) => one.id));
    const { id: _id, revision: _revision, changedAt: _changedAt, ...before } = entity;
    const input = {
      subjects: [id],
      names: [titleOf(before), titleOf(record)],
      id,
      before,
      record,
      revision: revision + 1,
    };
    const rest = documents.filter(({ document }) => named.has(document));
    return { ok: true, value: { input, pieces: [{ document: null, mentions: [] }, ...rest] } };
  });
  if (late) return late;
  if (!done.ok) return { ok: false, reason: 'refused', problems: done.problems };
  const { job, isDone, done: pieces } = done.value;
  const entity = await entityById(ctx.store.db, project, id);
  if (!entity) throw new UnknownRecord('entity', id);
  const outcomes = new Map(pieces.map(({ piece, outcome }) => [piece.document, outcome]));
  const renamed = documents.map(({ document, mentions }) => {
    const outcome = outcomes.get(document) ?? { change: null, written: 0, left: mentions.length };
    return { document, ...outcome };
  });
  return { ok: true, entity, job, isDone, documents: renamed };
}

import { z } from 'zod';
import { changeEntity, createEntity } from '../commands/entity/change.ts';
import { listDeleted } from '../commands/entity/deleted.ts';
import { forgetBegun } from '../commands/entity/forget.ts';
import { entityHistory } from '../commands/entity/history.ts';
import { concordance, entityExtent, listEntities } from '../commands/entity/list.ts';
import { mergeEntities, removeEntity } from '../commands/entity/merge.ts';
import { importRegistry } from '../commands/entity/registry-csv.ts';
import { renameEntity } from '../commands/entity/rename.ts';
import { renamedPlaces } from '../commands/entity/rename-places.ts';
import { splitEntity } from '../commands/entity/split.ts';
import { bringBackEntity } from '../commands/job/bring-back.ts';
import { name, record } from '../input/entity.ts';
import { id } from '../input/fields.ts';
import { procedure, router } from '../trpc.ts';

const entity = z.object({ project: id, id });

export const entityRouter = router({
  /** The registry of a project, whole, with how often each entity is mentioned. */
  list: procedure.input(z.object({ project: id })).query(({ ctx, input }) => listEntities(ctx, input)),

  /** Adds an entity, under an id of the caller's where that makes one. A record that the registry does not take comes back as
   *  problems; what is asked for twice is done once. */
  create: procedure
    .input(z.object({ project: id, id: id.optional(), record }))
    .mutation(({ ctx, input }) => createEntity(ctx, input)),

  /** Takes an entity out again whose beginning was undone. `isForgotten` is false where something means it, or somebody has said
   *  something of it since: then it stays. */
  forget: procedure.input(entity).mutation(({ ctx, input }) => forgetBegun(ctx, input)),

  /** Says something else of an entity; `revision` is the one that was read. Who was late gets the entity as it is. */
  change: procedure
    .input(entity.extend({ revision: z.int().min(1), record }))
    .mutation(({ ctx, input }) => changeEntity(ctx, input)),

  /** Every place that would read otherwise if the preferred English of an entity were `fresh`, document by document. */
  renamePlaces: procedure.input(entity.extend({ fresh: name })).query(({ ctx, input }) => renamedPlaces(ctx, input)),

  /** Changes an entity as `change` does, and writes its English in the chosen mentions that still read as they did; each
   *  document is changed by one change. It is a job, which `job.undo` takes back whole. */
  rename: procedure
    .input(
      entity.extend({
        revision: z.int().min(1),
        record,
        documents: z
          .array(
            z.object({
              document: id,
              mentions: z.array(z.object({ mention: id, before: z.string().max(10_000) })).max(100_000),
            }),
          )
          .max(100_000),
      }),
    )
    .mutation(({ ctx, input }) => renameEntity(ctx, input)),

  /** Makes one entity of two; the documents that mention `from` are changed, each by one change, and with `relabel` its mentions
   *  get the label of `into`. It is a job, which `job.undo` takes back. */
  merge: procedure
    .input(z.object({ project: id, into: id, from: id, relabel: z.boolean().default(false) }))
    .mutation(({ ctx, input }) => mergeEntities(ctx, input)),

  /** Moves some mentions to a new entity, or to another one that is there. It is a job, which `job.undo` takes back. */
  split: procedure
    .input(
      entity.extend({
        to: z.union([z.object({ record }), z.object({ id })]),
        mentions: z
          .array(z.object({ document: id, mention: id }))
          .max(10_000)
          .readonly(),
      }),
    )
    .mutation(({ ctx, input }) => splitEntity(ctx, input)),

  /** Takes an entity out of the registry; its mentions stay and mean none. It is a job, which `job.undo` takes back. */
  remove: procedure.input(entity).mutation(({ ctx, input }) => removeEntity(ctx, input)),

  /** The entities that were deleted, the last one first: who did, when, and how many mentions meant each. */
  deleted: procedure.input(z.object({ project: id })).query(({ ctx, input }) => listDeleted(ctx, input)),

  /** Brings a deleted entity back, however long ago that was, with the mentions that mean nothing else by now. `became` is
   *  `'there'` where somebody was first, and `'busy'` while another act has it in hand; nothing is changed then. */
  bringBack: procedure.input(entity).mutation(({ ctx, input }) => bringBackEntity(ctx, input)),

  /** Adds the entities of a file of comma-separated values (`registryColumns`). What is wrong with it comes back as problems,
   *  and nothing of it is kept then, nor where the caller breaks the call off before it has ended. */
  import: procedure
    .input(z.object({ project: id, csv: z.string() }))
    .mutation(({ ctx, input, signal }) => importRegistry(ctx, input, signal)),

  /** How many mentions an entity has, by label, and in how many documents: what a merge or a removal would touch. */
  extent: procedure.input(entity).query(({ ctx, input }) => entityExtent(ctx, input)),

  /** All that an entity ever said, and every act over many documents that it had a part in, each with its job, which `job.undo`
   *  takes back while it is done; newest first. */
  history: procedure.input(entity).query(({ ctx, input }) => entityHistory(ctx, input)),

  /** Where an entity is mentioned, each in its sentence on both sides. */
  concordance: procedure.input(entity).query(({ ctx, input }) => concordance(ctx, input)),
});

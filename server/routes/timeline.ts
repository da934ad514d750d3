import { tracked } from '@trpc/server';
import { z } from 'zod';
import { pushSteps } from '../commands/timeline/push.ts';
import { revertChange } from '../commands/timeline/revert.ts';
import { stepsSince } from '../commands/timeline/steps-since.ts';
import { id, version } from '../input/fields.ts';
import { procedure, router, withStatus } from '../trpc.ts';

export const timelineRouter = router({
  /** Adds steps to a document, all or none. `base` is the version that the first of them applies to: when others
   *  came first, their steps come back, and the sender rebases and pushes again. `schema` is the version of the schema that
   *  the steps are written in; who writes in another than the server's is told to reload. */
  push: procedure
    .input(
      z.object({
        document: id,
        base: version,
        client: id,
        schema: z.int().min(1).default(1),
        steps: z.array(z.unknown()).min(1),
      }),
    )
    .mutation(({ ctx, input }) => pushSteps(ctx, input)),

  /** The steps after a version, in order. */
  since: procedure.input(z.object({ document: id, version })).query(({ ctx, input }) => stepsSince(ctx, input)),

  /** Takes the change that led from version `before` to version `after` back, as a new change on top of what others did
   *  since: the parts of it in which somebody has written meanwhile stay, and the answer says how many. */
  revert: procedure
    .input(z.object({ document: id, before: version, after: version }).refine(({ before, after }) => before < after))
    .mutation(({ ctx, input }) => revertChange(ctx, input)),

  /** Steps as they are accepted, the first one being step `since + 1`. Each event is known by the version that it
   *  leads to, so that a connection that was lost goes on where it broke off. */
  changes: procedure
    .input(z.object({ document: id, since: version, lastEventId: z.string().regex(/^\d+$/).nullish() }))
    .subscription(async function* ({ ctx, input, signal }) {
      const since = Number(input.lastEventId ?? input.since);
      try {
        for await (const change of ctx.timeline.changes(input.document, since, signal)) {
          yield tracked(String(change.version), change);
        }
      } catch (error) {
        throw withStatus(error);
      }
    }),
});

import { z } from 'zod';
import { findingKinds } from '../../shared/doc/checks/finding-kinds.ts';
import { listFindings } from '../commands/finding/list.ts';
import { remedyFinding } from '../commands/finding/remedy.ts';
import { id } from '../input/fields.ts';
import { procedure, router } from '../trpc.ts';

export const findingRouter = router({
  /** What the checks find in the documents in use of a project: of some of them, with where to look on. */
  list: procedure
    .input(
      z.object({
        project: id,
        kind: z.enum(findingKinds).nullable(),
        ignored: z.boolean(),
        cursor: id.nullish(),
      }),
    )
    .query(({ ctx, input }) => listFindings(ctx, input)),

  /** Does the one-key remedy of a finding; answers the change, which can be taken back, or `null` where the finding is not
   *  the case any more. */
  remedy: procedure
    .input(z.object({ document: id, finding: z.string().min(1).max(400) }))
    .mutation(({ ctx, input }) => remedyFinding(ctx, input)),
});

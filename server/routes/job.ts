import { z } from 'zod';
import { cancelJob, listJobs, openJob } from '../commands/job/jobs.ts';
import { undoAct } from '../commands/job/undo.ts';
import { id } from '../input/fields.ts';
import { procedure, router } from '../trpc.ts';

export const jobRouter = router({
  /** The latest jobs of a project, or of all, with their progress (0…1), the one changed last first. */
  list: procedure
    .input(z.object({ project: id.optional() }).prefault({}))
    .query(({ ctx, input }) => listJobs(ctx, input)),

  /** A job as it stands now. */
  open: procedure.input(z.object({ id })).query(({ ctx, input }) => openJob(ctx, input)),

  /** Takes an act over many documents back that is done, however long ago. What others have changed since stays; what became of
   *  each piece is answered. */
  undo: procedure.input(z.object({ id })).mutation(({ ctx, input }) => undoAct(ctx, input)),

  /** Asks for a job to be taken back: nothing of it stays. `cancelled` is false where it has ended already. */
  cancel: procedure.input(z.object({ id })).mutation(({ ctx, input }) => cancelJob(ctx, input)),
});

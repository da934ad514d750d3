import { z } from 'zod';
import { id } from '../input/fields.ts';
import { compareAgain } from '../release/again.ts';
import { beginRelease } from '../release/begin.ts';
import { compareReleases } from '../release/compare.ts';
import { releaseOrder } from '../release/order.ts';
import { listReleases, openRelease, removeRelease } from '../release/stored.ts';
import { verifyRelease } from '../release/verify.ts';
import { procedure, router } from '../trpc.ts';

export const releaseRouter = router({
  /** The releases of a project with their statistics, newest first. */
  list: procedure.input(z.object({ project: id })).query(({ ctx, input }) => listReleases(ctx, input)),

  /** A release with its documents, files, exports, filters and contributors. */
  open: procedure.input(z.object({ id })).query(({ ctx, input }) => openRelease(ctx, input)),

  /** How one release differs from another: documents, figures, labels. */
  compare: procedure.input(z.object({ before: id, after: id })).query(({ ctx, input }) => compareReleases(ctx, input)),

  /** Begins to make a release; the job of that id does it, and the release has the same id. Problems where its name is taken, or a
   *  document or a version is not there. */
  make: procedure.input(releaseOrder).mutation(({ ctx, input }) => beginRelease(ctx, input)),

  /** What is wrong with the archive of a release, file by file; nothing where it is whole. */
  verify: procedure.input(z.object({ id })).mutation(({ ctx, input }) => verifyRelease(ctx, input)),

  /** Makes a release again from its manifest and compares it with the archive that is kept; nothing is written. */
  again: procedure.input(z.object({ id })).mutation(({ ctx, input }) => compareAgain(ctx, input)),

  /** Removes a release and its archive. */
  remove: procedure.input(z.object({ id })).mutation(({ ctx, input }) => removeRelease(ctx, input)),
});

import { z } from 'zod';
import { dismiss, listDismissals, undismiss } from '../commands/finding/dismissals.ts';
import { id, text } from '../input/fields.ts';
import { procedure, router } from '../trpc.ts';

const subject = text.min(1).max(400);

export const dismissalRouter = router({
  /** What people do not want to be told again in a document: ids of findings, keys of proposals. */
  list: procedure.input(z.object({ document: id })).query(({ ctx, input }) => listDismissals(ctx, input)),

  /** Dismisses one, with a reason that may be empty. */
  add: procedure
    .input(z.object({ document: id, subject, reason: text.trim().max(1000) }))
    .mutation(({ ctx, input }) => dismiss(ctx, input)),

  /** Wants to be told of it again. */
  remove: procedure.input(z.object({ document: id, subject })).mutation(({ ctx, input }) => undismiss(ctx, input)),
});

import { z } from 'zod';
import { hues } from '../../shared/core/label.ts';
import { countLabels, listLabels, saveLabels } from '../commands/label/labels.ts';
import { id, text, unturned } from '../input/fields.ts';
import { procedure, router } from '../trpc.ts';

const label = z.object({
  id: text.max(24),
  fa: text
    .trim()
    .max(60)
    .refine(...unturned),
  en: text
    .trim()
    .max(60)
    .refine(...unturned),
  key: z.string().max(20),
  hue: z.enum(hues),
});

export const labelRouter = router({
  /** The labels of a project, in order. */
  list: procedure.input(z.object({ project: id })).query(({ ctx, input }) => listLabels(ctx, input)),

  /** How many mentions have each label. */
  counts: procedure.input(z.object({ project: id })).query(({ ctx, input }) => countLabels(ctx, input)),

  /** Replaces the labels of a project, which were `read` before. Who was late gets them as they are. With `isUndo` they may be as many
   *  as there were before the caller took some out. */
  save: procedure
    .input(
      z.object({
        project: id,
        read: z.array(label).max(10_000),
        labels: z.array(label).max(10_000),
        isUndo: z.boolean().optional(),
      }),
    )
    .mutation(({ ctx, input }) => saveLabels(ctx, input)),
});

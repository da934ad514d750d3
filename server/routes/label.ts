import { z } from 'zod';
import { hues } from '../../shared/core/label.ts';
import { listLabels, saveLabels } from '../commands/registry/labels.ts';
import { procedure, router } from '../trpc.ts';
import { id } from './fields.ts';

const label = z.object({
  id: z.string().max(24),
  fa: z.string().trim().max(60),
  en: z.string().trim().max(60),
  key: z.string().max(20),
  hue: z.enum(hues),
});

export const labelRouter = router({
  /** The labels of a project, in order. */
  list: procedure.input(z.object({ project: id })).query(({ ctx, input }) => listLabels(ctx, input)),

  /** Replaces the labels of a project. */
  save: procedure
    .input(z.object({ project: id, labels: z.array(label).min(1).max(100) }))
    .mutation(({ ctx, input }) => saveLabels(ctx, input)),
});

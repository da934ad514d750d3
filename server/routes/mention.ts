import { z } from 'zod';
import { earlierMentions } from '../commands/mention/earlier-mentions.ts';
import { findRepeats } from '../commands/mention/find-repeats.ts';
import { markRepeats } from '../commands/mention/mark-repeats.ts';
import { id } from '../input/fields.ts';
import { procedure, router } from '../trpc.ts';

const label = z.string().min(1).max(24);
const offset = z.int().min(0);
const place = z.object({ from: offset, to: offset });

export const mentionRouter = router({
  /** What has been marked in the other documents of a project, for proposals in the document `except`. */
  earlier: procedure
    .input(z.object({ project: id, except: id }))
    .query(({ ctx, input }) => earlierMentions(ctx, input)),

  /** Where a name stands that was marked in the document `except`, in the others of its project. */
  repeats: procedure
    .input(z.object({ project: id, except: id, surface: z.string().min(1).max(400), label }))
    .query(({ ctx, input }) => findRepeats(ctx, input)),

  /** Marks such places, each document by one change. Offsets are those of the whole source. It is a job, which `job.undo` takes
   *  back. */
  markRepeats: procedure
    .input(
      z.object({
        project: id,
        label,
        entity: id.nullable(),
        documents: z
          .array(z.object({ document: id, places: z.array(place).min(1).max(10_000).readonly() }))
          .max(10_000)
          .readonly(),
      }),
    )
    .mutation(({ ctx, input }) => markRepeats(ctx, input)),
});

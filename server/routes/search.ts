import { z } from 'zod';
import { concordance } from '../commands/search/concordance.ts';
import { searchMemories } from '../commands/search/memory-units.ts';
import { listReplacements, replaceWords } from '../commands/search/replace.ts';
import { id } from '../input/fields.ts';
import { search } from '../input/search.ts';
import { procedure, router } from '../trpc.ts';

const words = z.string().max(1000);
const offset = z.int().min(0);

export const searchRouter = router({
  /** The segments of a project or a document that meet a search, at most 300, with what the word links join with the hits. All spans
   *  are UTF-16 units of their text. An expression that runs away is stopped, and told as a problem. */
  concordance: procedure.input(search).query(({ ctx, input }) => concordance(ctx, input)),

  /** The units of the imported memories that meet a search: some 50 of 20,000 units a call; `next` says behind which to go on. */
  units: procedure
    .input(z.object({ search, after: z.object({ memory: id, number: z.int().min(-1) }).nullable() }))
    .query(({ ctx, input }) => searchMemories(ctx, input)),

  /** What a replacement in the English would change, place by place, at most 2,000; nothing is written. In the text of an expression `$1`,
   *  `$<name>`, `$&` and `$$` mean what they mean in ECMAScript. */
  replacements: procedure.input(search.extend({ with: words })).query(({ ctx, input }) => listReplacements(ctx, input)),

  /** Writes places that were looked at, each document by one change; `job.undo` takes all of it back. A place that reads otherwise
   *  by now is left. Segments that were confirmed become drafts, or stay. */
  replace: procedure
    .input(
      z.object({
        project: id,
        sought: words,
        with: words,
        confirmed: z.enum(['draft', 'stay']),
        places: z
          .array(
            z.object({
              document: id,
              segment: z.string().min(1).max(100),
              from: offset,
              to: offset,
              before: z.string().max(100_000),
              after: z.string().max(100_000),
            }),
          )
          .max(2000)
          .readonly(),
      }),
    )
    .mutation(({ ctx, input }) => replaceWords(ctx, input)),
});

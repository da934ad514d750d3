import { z } from 'zod';
import { changeLinks } from '../commands/link/change.ts';
import { learnedWords } from '../commands/link/knowledge.ts';
import { listLinks } from '../commands/link/list.ts';
import { linkPlaces } from '../commands/link/places.ts';
import { id } from '../input/fields.ts';
import { procedure, router } from '../trpc.ts';

const scope = z.object({ project: id, document: id.optional(), suggested: z.boolean().default(false) });
const word = z.string().min(1).max(400);
const offset = z.int().min(0);
const span = z.object({ from: offset, to: offset });
const action = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['sure', 'possible', 'apart', 'accept']) }),
  z.object({ kind: z.literal('relink'), to: word }),
]);

export const linkRouter = router({
  /** The linked words of a project, or of one of its documents: each Persian word with its English partners and how often
   *  they are linked; with `suggested`, those that could be linked in confirmed segments, of which 3,000 are looked through. Words are told apart by keys that are the same for all their spellings. */
  list: procedure.input(scope).query(({ ctx, input }) => listLinks(ctx, input)),

  /** Where a Persian word is linked, by its key, each place with both sentences. Ranges count in the sentences, in UTF-16 code
   *  units. At most 2,000 places are told, and how many there are beyond them. */
  places: procedure.input(scope.extend({ word })).query(({ ctx, input }) => linkPlaces(ctx, input)),

  /** Which words stand for each other, learned from the last confirmed segments of a project and the sure links in them: rows of
   *  a Persian stem, an English one and how likely they do (0…1). */
  learned: procedure.input(z.object({ project: id })).query(({ ctx, input }) => learnedWords(ctx, input.project)),

  /** Changes links in many places, each document by one change, which `timeline.revert` takes back; `job.undo` takes back
   *  all of it. A place whose words are others by now is left as it is and counted. */
  change: procedure
    .input(
      z.object({
        project: id,
        action,
        documents: z
          .array(
            z.object({
              document: id,
              links: z
                .array(
                  z.object({
                    segment: id,
                    fa: span,
                    en: span,
                    words: z.tuple([word, word]),
                    sure: z.boolean().default(true),
                  }),
                )
                .min(1)
                .max(20_000)
                .readonly(),
            }),
          )
          .max(10_000)
          .readonly(),
      }),
    )
    .mutation(({ ctx, input }) => changeLinks(ctx, input)),
});

import { z } from 'zod';
import { englishes } from '../../shared/checks/spelling.ts';
import { keepWord, listWords } from '../commands/spelling/words.ts';
import { id } from '../input/fields.ts';
import { procedure, router } from '../trpc.ts';

const word = z
  .string()
  .trim()
  .max(60)
  .regex(/^[\p{Script=Latin}\p{M}]+(?:['’-][\p{Script=Latin}\p{M}]+)*$/u, 'A single English word is expected');

export const spellingRouter = router({
  /** The words of these that are wrong, each with what may be meant, likeliest first. It changes nothing; as a change it may be long. */
  look: procedure
    .input(z.object({ english: z.enum(englishes), words: z.array(z.string().max(60)).max(2_000).readonly() }))
    .mutation(({ ctx, input }) => ctx.spelling.look(input)),

  /** The words that a project has added. */
  words: procedure.input(z.object({ project: id })).query(({ ctx, input }) => listWords(ctx, input)),

  /** Adds a word to those of a project, or takes it out. */
  keep: procedure
    .input(z.object({ project: id, word, isKept: z.boolean() }))
    .mutation(({ ctx, input }) => keepWord(ctx, input)),
});

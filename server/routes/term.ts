import { z } from 'zod';
import { partsOfSpeech, termUses } from '../../shared/terms/term.ts';
import { importTerms } from '../commands/term/glossary-file.ts';
import { proposeTerms, refuseTerm } from '../commands/term/propose.ts';
import { listTerms, writeTerms } from '../commands/term/terms.ts';
import { id, text } from '../input/fields.ts';
import { procedure, router } from '../trpc.ts';

const words = text.trim().max(300);

const record = z.object({
  fa: words,
  en: z
    .array(z.object({ text: words, use: z.enum(termUses) }))
    .max(100)
    .readonly(),
  note: text.max(4000),
  domain: words,
  partOfSpeech: z.enum(partsOfSpeech).nullable(),
});

export const termRouter = router({
  /** The glossary of a project, whole. */
  list: procedure.input(z.object({ project: id })).query(({ ctx, input }) => listTerms(ctx, input)),

  /** Adds terms (under ids of the caller's), changes them and takes them out (`record` null), all or none. `revision` is the one that was
   *  read: where somebody else was first, nothing is written. `back` of the answer, given to this again, takes it back. */
  write: procedure
    .input(
      z.object({
        project: id,
        terms: z
          .array(z.object({ id, revision: z.int().min(0).nullable(), record: record.nullable() }))
          .max(50_000)
          .readonly(),
      }),
    )
    .mutation(({ ctx, input }) => writeTerms(ctx, input)),

  /** Terms that the confirmed segments of a project propose by the sure links between their words, the most frequent first: at most 200,
   *  and how many there are beyond them. None that the glossary or the registry has, and none that was refused. */
  proposed: procedure.input(z.object({ project: id })).query(({ ctx, input }) => proposeTerms(ctx, input)),

  /** Says that a phrase is no term, in any spelling, so that it is not proposed again; without `isRefused` that is taken back. */
  refuse: procedure
    .input(z.object({ project: id, fa: words.min(1), isRefused: z.boolean() }))
    .mutation(({ ctx, input }) => refuseTerm(ctx, input)),

  /** Brings in a file of terms, TBX, CSV or XLSX in base64; with `isTrial` only tells what it would bring. What is wrong with it comes
   *  back as problems, and nothing of it is kept then. */
  import: procedure
    .input(z.object({ project: id, file: z.base64().max(20_000_000), isTrial: z.boolean() }))
    .mutation(({ ctx, input }) => importTerms(ctx, input)),
});

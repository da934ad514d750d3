import { z } from 'zod';
import { beginAnalysis } from '../commands/memory/analysis.ts';
import { findFragments } from '../commands/memory/fragments.ts';
import { findMatches } from '../commands/memory/matches.ts';
import { changeMemory, changeUnit, listMemories, removeMemory, searchUnits } from '../commands/memory/memories.ts';
import { preTranslate } from '../commands/memory/pre-translate.ts';
import { isSameAgainWanted, sameAgain, sayAgain, wantSameAgain } from '../commands/memory/same-again.ts';
import { id, text as kept } from '../input/fields.ts';
import { procedure, router } from '../trpc.ts';

const text = z.string().max(1_000_000);
const unitText = kept.trim().min(1).max(1_000_000);
const number = z.int().min(0);
const points = z.int().min(0).max(50);

const filling = z.object({ threshold: z.int().min(50).max(102), isByMachine: z.boolean() });

export const memoryRouter = router({
  /** What the memories of a project have for each of some texts, best first: at most `limit` (9) each. A text is best given with the
   *  Persian of its neighbours, for matches in context, and with its segment, which is not told as a match of itself. Of many texts at
   *  once only the first 16 are looked up. */
  matches: procedure
    .input(
      z.object({
        project: id,
        document: id.optional(),
        texts: z
          .array(z.object({ text, before: text.nullable(), after: text.nullable(), segment: id.optional() }))
          .min(1)
          .max(16)
          .readonly(),
        limit: z.int().min(1).max(50).optional(),
      }),
    )
    .query(({ ctx, input }) => findMatches(ctx, input)),

  /** For a text that no unit is like: its longest pieces, of two words at least, that units hold, each with a unit and, where word links
   *  show it, the place of its English in that. Ranges are of the texts, in UTF-16 code units. */
  fragments: procedure
    .input(z.object({ project: id, text: z.string().max(20_000) }))
    .query(({ ctx, input }) => findFragments(ctx, input)),

  /** The other segments of a project that read the same as one that was just said, and that nobody has written: at most 500, with
   *  those that stand between other neighbours marked. None where the project does not want to be asked. */
  same: procedure
    .input(
      z.object({
        project: id,
        document: id,
        segment: id,
        source: text,
        before: text.nullable(),
        after: text.nullable(),
      }),
    )
    .query(({ ctx, input }) => sameAgain(ctx, input)),

  /** Writes a rendering into such segments, each document by one change; `job.undo` takes all of it back. */
  sayAgain: procedure
    .input(
      z.object({
        project: id,
        text: unitText,
        places: z
          .array(z.object({ document: id, segment: id, source: text }))
          .max(2000)
          .readonly(),
      }),
    )
    .mutation(({ ctx, input }) => sayAgain(ctx, input)),

  /** Whether people of a project are asked to say the same again. */
  sameWanted: procedure.input(z.object({ project: id })).query(({ ctx, input }) => isSameAgainWanted(ctx, input)),
  wantSame: procedure
    .input(z.object({ project: id, isWanted: z.boolean() }))
    .mutation(({ ctx, input }) => wantSameAgain(ctx, input)),

  /** Begins to count by bands of scores what a document, or all of a project, has to be translated; the job tells it. With `filling`, what
   *  `preTranslate` would do. */
  analyse: procedure
    .input(z.object({ project: id, document: id.nullable(), filling: filling.optional() }))
    .mutation(({ ctx, input }) => beginAnalysis(ctx, input)),

  /** Begins to put the best match of at least `threshold` into every segment that nobody has translated, as not yet looked at; what the
   *  memories do not cover goes to the machine that the project has agreed to, where `isByMachine` says so. `job.undo` takes it back. */
  preTranslate: procedure
    .input(z.object({ project: id, document: id.nullable(), ...filling.shape }))
    .mutation(({ ctx, input }) => preTranslate(ctx, input)),

  /** The memories that a project looks into, its own first, then by priority. */
  list: procedure.input(z.object({ project: id })).query(({ ctx, input }) => listMemories(ctx, input)),

  /** Changes what a memory is called, its priority (the higher, the sooner among equals), its penalty (points off each score), whether
   *  it is looked into, and whether its units may be changed. */
  change: procedure
    .input(
      z.object({
        id,
        name: kept.trim().min(1).max(200).optional(),
        priority: z.int().min(-99).max(99).optional(),
        penalty: points.optional(),
        isOn: z.boolean().optional(),
        isReadOnly: z.boolean().optional(),
      }),
    )
    .mutation(({ ctx, input }) => changeMemory(ctx, input)),

  /** Removes an imported memory with all of its units, for good. */
  remove: procedure.input(z.object({ id })).mutation(({ ctx, input }) => removeMemory(ctx, input)),

  /** Units of a memory that hold a text on either side, compared as search does; all where it is empty. At most 100 are told, and of
   *  20,000 units a call; `next` says behind which number to go on. */
  units: procedure
    .input(z.object({ memory: id, text: z.string().max(1000), after: z.int().min(-1).optional() }))
    .query(({ ctx, input }) => searchUnits(ctx, input)),

  /** Mends a unit of an imported memory, or removes it where `mended` is null. Refused for one that is read-only. */
  changeUnit: procedure
    .input(z.object({ memory: id, number, mended: z.object({ source: unitText, target: unitText }).nullable() }))
    .mutation(({ ctx, input }) => changeUnit(ctx, input)),
});

import { z } from 'zod';
import { lineChoices } from '../../shared/formats/text/hard-wrap.ts';
import { archiveDocument } from '../commands/document/archive.ts';
import { duplicateDocument } from '../commands/document/duplicate.ts';
import { importContent } from '../commands/document/import.ts';
import { listDocuments } from '../commands/document/list.ts';
import { moveDocument } from '../commands/document/move.ts';
import { openDocument } from '../commands/document/open.ts';
import { documentPlace } from '../commands/document/place.ts';
import { removeDocument } from '../commands/document/remove.ts';
import { renameDocument } from '../commands/document/rename.ts';
import { id, name, version } from '../input/fields.ts';
import { procedure, router } from '../trpc.ts';

export const documentRouter = router({
  /** The documents of a project, or of all, with their progress, the one changed last first. */
  list: procedure
    .input(z.object({ project: id.optional(), archived: z.boolean().default(false) }).prefault({}))
    .query(({ ctx, input }) => listDocuments(ctx, input)),

  /** Makes a document of pasted text. Without a title it takes one from the text. A text that cannot be a document
   *  comes back as problems, and nothing of it is kept. `lines` says what becomes of its lines: each is a paragraph (`keep`),
   *  they are joined into paragraphs (`join`), or a text whose lines were broken at a width comes back as the problem
   *  `text.wrapped` with what would come of either (`ask`). */
  import: procedure
    .input(
      z.object({
        project: id,
        title: z.string().trim().max(200),
        text: z.string(),
        lines: z.enum(lineChoices).default('keep'),
      }),
    )
    .mutation(({ ctx, input: { text, ...input } }) => importContent(ctx, { ...input, raw: text })),

  /** A document at its head, or as it was at version `at`: what is known of it, the snapshot to ask `/snapshot` for, and
   *  the steps that lead from there. `schema` asks for it in an older version of the schema that it was written in. */
  open: procedure
    .input(z.object({ id, at: version.optional(), schema: z.int().min(1).optional() }))
    .query(({ ctx, input }) => openDocument(ctx, input)),

  /** Where a document stands now: its title, its project, and whether it is put away. */
  place: procedure.input(z.object({ id })).query(({ ctx, input }) => documentPlace(ctx, input)),

  /** Gives a document another title. */
  rename: procedure.input(z.object({ id, title: name })).mutation(({ ctx, input }) => renameDocument(ctx, input)),

  /** Puts a document away, or takes it back. */
  archive: procedure
    .input(z.object({ id, archived: z.boolean() }))
    .mutation(({ ctx, input }) => archiveDocument(ctx, input)),

  /** Makes another document of what a document holds now, beside it; its history begins anew. Gives the id of the new one. */
  duplicate: procedure.input(z.object({ id, title: name })).mutation(({ ctx, input }) => duplicateDocument(ctx, input)),

  /** Moves a document to another project, and gives how many entities came along because it means them. */
  move: procedure.input(z.object({ id, project: id })).mutation(({ ctx, input }) => moveDocument(ctx, input)),

  /** Removes a document that was put away for good. `title` has to be its own. */
  remove: procedure.input(z.object({ id, title: name })).mutation(({ ctx, input }) => removeDocument(ctx, input)),
});

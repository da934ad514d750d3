import { z } from 'zod';
import { listVersions, placeOfVersion } from '../commands/version/list.ts';
import { nameVersion } from '../commands/version/name.ts';
import { removeName } from '../commands/version/remove-name.ts';
import { renameVersion } from '../commands/version/rename.ts';
import { id, mark, name, version } from '../input/fields.ts';
import { procedure, router } from '../trpc.ts';

export const versionRouter = router({
  /** The history of a document, newest first: entries, each work by one person without a pause or one deed, and the
   *  named versions. `before` continues a list at the version where the last answer ended. */
  list: procedure
    .input(z.object({ document: id, before: version.optional(), limit: z.int().min(1).max(500).default(100) }))
    .query(({ ctx, input }) => listVersions(ctx, input)),

  /** The entry of the history that a version ends or stands in, and its names. */
  place: procedure.input(z.object({ document: id, version })).query(({ ctx, input }) => placeOfVersion(ctx, input)),

  /** Gives a version a name, which keeps it for good. `mark` is its mark: where the document has another version of that number,
   *  nothing is done. */
  name: procedure
    .input(z.object({ document: id, version, mark, name }))
    .mutation(({ ctx, input }) => nameVersion(ctx, input)),

  /** Puts another name in place of one. */
  rename: procedure
    .input(z.object({ document: id, version, name, to: name }))
    .mutation(({ ctx, input }) => renameVersion(ctx, input)),

  /** Takes the name from a version; the version itself stays. */
  unname: procedure
    .input(z.object({ document: id, version, name }))
    .mutation(({ ctx, input }) => removeName(ctx, input)),
});

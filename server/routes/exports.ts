import { previewExport } from '../export/preview.ts';
import { exportRequest } from '../export/request.ts';
import { procedure, router } from '../trpc.ts';

export const exportsRouter = router({
  /** The first lines of an export, and the report of all of it: what is written, left out and written otherwise. */
  preview: procedure.input(exportRequest).query(({ ctx, input }) => previewExport(ctx, input)),
});

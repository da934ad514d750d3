import { z } from 'zod';
import { archiveProject } from '../commands/project/archive.ts';
import { createProject } from '../commands/project/create.ts';
import { listProjects } from '../commands/project/list.ts';
import { renameProject } from '../commands/project/rename.ts';
import { projectRules, setProjectRules } from '../commands/project/rules.ts';
import { id, name } from '../input/fields.ts';
import { procedure, router } from '../trpc.ts';

const words = z.array(z.string().min(1).max(100)).max(2000).readonly();
const rules = z
  .object({ lang: z.enum(['fa', 'en']), abbreviations: words, reportingVerbs: words, roleWords: words })
  .refine(({ lang }) => lang === 'fa', {
    message: 'Sources are Persian, so the language of the rules is fa',
    path: ['lang'],
  });

export const projectRouter = router({
  /** The projects with their progress, the one changed last first; the archived ones instead on request. */
  list: procedure
    .input(z.object({ archived: z.boolean().default(false) }).prefault({}))
    .query(({ ctx, input }) => listProjects(ctx, input)),

  /** Makes an empty project with the default segmentation rules. */
  create: procedure.input(z.object({ name })).mutation(({ ctx, input }) => createProject(ctx, input)),

  /** Gives a project another name. */
  rename: procedure.input(z.object({ id, name })).mutation(({ ctx, input }) => renameProject(ctx, input)),

  /** Puts a project away, or takes it back; its documents go with it. */
  archive: procedure
    .input(z.object({ id, archived: z.boolean() }))
    .mutation(({ ctx, input }) => archiveProject(ctx, input)),

  /** The segmentation rules that the project's next import follows. */
  rules: procedure.input(z.object({ id })).query(({ ctx, input }) => projectRules(ctx, input)),

  /** Replaces the segmentation rules; documents that are there keep their segments. */
  setRules: procedure.input(z.object({ id, rules })).mutation(({ ctx, input }) => setProjectRules(ctx, input)),
});

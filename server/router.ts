import { dismissalRouter } from './routes/dismissal.ts';
import { documentRouter } from './routes/document.ts';
import { entityRouter } from './routes/entity.ts';
import { exportsRouter } from './routes/exports.ts';
import { findingRouter } from './routes/finding.ts';
import { jobRouter } from './routes/job.ts';
import { labelRouter } from './routes/label.ts';
import { linkRouter } from './routes/link.ts';
import { machineRouter } from './routes/machine.ts';
import { memoryRouter } from './routes/memory.ts';
import { mentionRouter } from './routes/mention.ts';
import { projectRouter } from './routes/project.ts';
import { releaseRouter } from './routes/release.ts';
import { searchRouter } from './routes/search.ts';
import { spellingRouter } from './routes/spelling.ts';
import { termRouter } from './routes/term.ts';
import { timelineRouter } from './routes/timeline.ts';
import { versionRouter } from './routes/version.ts';
import { createCallerFactory, router } from './trpc.ts';

/** Everything that a client may ask, one router a noun. */
export const appRouter = router({
  project: projectRouter,
  document: documentRouter,
  timeline: timelineRouter,
  version: versionRouter,
  exports: exportsRouter,
  entity: entityRouter,
  label: labelRouter,
  memory: memoryRouter,
  machine: machineRouter,
  mention: mentionRouter,
  link: linkRouter,
  dismissal: dismissalRouter,
  finding: findingRouter,
  job: jobRouter,
  release: releaseRouter,
  search: searchRouter,
  spelling: spellingRouter,
  term: termRouter,
});

/** The client's only link to the server. */
export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP. */
export const createCaller = createCallerFactory(appRouter);

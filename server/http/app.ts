import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Context } from '../context.ts';
import { answerBeforeClosing } from './closing.ts';
import { serveCorpus } from './corpus.ts';
import { sayErrors } from './errors.ts';
import { serveExport } from './export.ts';
import { serveFindings } from './finding.ts';
import { serveHealth } from './health.ts';
import { serveImport } from './import.ts';
import type { Lock } from './key.ts';
import { serveAnalysis, serveMemory } from './memory.ts';
import { followLock } from './new-lock.ts';
import { servePages } from './pages.ts';
import { servePair } from './pair.ts';
import { serveProcedures } from './procedures.ts';
import { serveReady } from './ready.ts';
import { serveRegistry } from './registry.ts';
import { serveRelease } from './release.ts';
import { serveReview } from './review.ts';
import { serveSearch } from './search.ts';
import { guard } from './security.ts';
import { doorOf, requireSession } from './session.ts';
import { serveSnapshot } from './snapshot.ts';
import { serveTerms } from './term.ts';

export interface AppSettings {
  readonly context: Context;
  readonly log: FastifyBaseLogger;
  /** The address that the server will listen on. */
  readonly host: string;
  /** The addresses that people see where a proxy stands in front, such as `https://radif.example.org`. */
  readonly origins?: readonly string[];
  /** The lock that the key opens. */
  readonly lock: Lock;
  /** The folder of the built client. */
  readonly client: string;
  /** Names this run of the server in `/health`. */
  readonly run?: string;
}

/** A call may carry a pasted text of the size that a file may have. */
const bodyLimit = 24 * 1024 * 1024;
/** How long a request may take to arrive, in milliseconds: a large file over a slow line. */
const requestTimeout = 300_000;
/** Requests a minute from one address: far above what a page makes, below what a script gone wild would. */
const max = 30_000;

/** The web server, ready to listen: guard, pages, procedures, import and export. */
export async function buildApp({
  context,
  log,
  host,
  origins = [],
  lock,
  client,
  run = randomUUID(),
}: AppSettings): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    requestTimeout,
    trustProxy: false,
    routerOptions: { maxParamLength: 4096 },
  });
  const calls = answerBeforeClosing(app);
  app.addHook('onResponse', async ({ log, method, url }, { statusCode, elapsedTime }) => {
    // Without the query, which may hold the key.
    log.debug({ method, path: url.split('?', 1)[0], status: statusCode, ms: Math.round(elapsedTime) }, 'Answered');
  });
  sayErrors(app);
  await guard(app, host, origins);
  await app.register(rateLimit, { max, timeWindow: '1 minute' });
  await app.register(compress, { threshold: 1024 });
  const door = doorOf(lock);
  followLock(app, context.store, door, calls);
  serveHealth(app, context.store.engine, run);
  serveReady(app, context.store);
  await servePages(app, client, door, origins);
  await app.register(async (inside) => {
    inside.addHook('onRequest', requireSession(door));
    serveImport(inside, context);
    servePair(inside, context);
    serveCorpus(inside, context);
    serveReview(inside, context);
    serveExport(inside, context);
    serveMemory(inside, context);
    serveAnalysis(inside, context);
    serveSearch(inside, context);
    serveRegistry(inside, context);
    serveTerms(inside, context);
    serveFindings(inside, context);
    serveRelease(inside, context);
    serveSnapshot(inside, context);
    await inside.register(async (procedures) => serveProcedures(procedures, context, calls));
  });
  return app;
}

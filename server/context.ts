import { v7 } from 'uuid';
import type { Editions } from '../shared/doc/model/migrations.ts';
import { type Apart, inPlace } from './apart/apart.ts';
import { inProcesses } from './apart/in-processes.ts';
import { type Opening, openSqlite } from './db/sqlite.ts';
import type { Store } from './db/store.ts';
import { bringHeads } from './timeline/heads.ts';
import { bringKeys } from './timeline/keys.ts';
import { openTimeline, type Timeline } from './timeline/timeline.ts';

/** What a command needs besides its input. */
export interface Context {
  readonly store: Store;
  readonly timeline: Timeline;
  /** Does what may take long. */
  readonly apart: Apart;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Who asks. */
  readonly person: string;
  /** Says that there is work for whoever does the jobs here. */
  readonly wakeJobs: () => void;
  /** Hears of what goes wrong where nobody waits for an answer. */
  readonly report: (error: unknown) => void;
}

export interface ContextSettings extends Opening {
  /** The folder of the embedded database. */
  readonly data: string;
  /** The address of a PostgreSQL database to use instead. */
  readonly databaseUrl?: string;
  readonly now?: () => number;
  readonly newId?: () => string;
  readonly person?: string;
  /** The program that does long work in processes of its own; without one, it is done here and others wait. */
  readonly worker?: string;
  /** The versions of the schema; those of this Radif unless they are given. */
  readonly editions?: Editions;
  /** Hears of what goes wrong in the background, where nobody waits for an answer. */
  readonly report?: (error: unknown) => void;
}

/** Opens the database and brings its tables to today's shape. The client of PostgreSQL is loaded only where one is used. */
export async function openStore({
  data,
  databaseUrl,
  upTo,
  isRestored,
  report = () => {},
}: ContextSettings): Promise<Store> {
  if (databaseUrl === undefined) return openSqlite(data, { upTo, isRestored });
  const { openPostgres } = await import('./db/postgres.ts');
  return openPostgres(databaseUrl, report, upTo);
}

/** Opens everything that commands work on; documents of an older schema are brought to today's. */
export async function openContext(settings: ContextSettings): Promise<Context> {
  const { now = Date.now, newId = v7, person = 'local', worker, report = () => {} } = settings;
  const store = await openStore(settings);
  const timeline = openTimeline(store, now, report, settings.editions);
  await bringHeads({ store, timeline }, now, report);
  await bringKeys(store, timeline, report);
  const apart = worker === undefined ? inPlace(newId) : inProcesses(worker);
  return { store, timeline, apart, now, newId, person, wakeJobs: () => {}, report };
}

/** Ends subscriptions, finishes what was begun, background work included, and lets go of the database. */
export async function closeContext({ store, timeline, apart }: Context): Promise<void> {
  await apart.close();
  await timeline.close();
  await store.close();
}

import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Editions } from '../shared/doc/model/migrations.ts';
import { type Apart, inPlace } from './apart/apart.ts';
import { inProcesses } from './apart/in-processes.ts';
import { type Opening, openSqlite } from './db/sqlite.ts';
import type { Store } from './db/store.ts';
import { type Machines, openMachines } from './machine/machines.ts';
import { type Memories, openMemories } from './memory/memories.ts';
import { openSpelling, type SpellingDesk } from './spelling/spelling.ts';
import { bringHeads } from './timeline/heads.ts';
import { bringKeys } from './timeline/keys.ts';
import { openTimeline, type Timeline } from './timeline/timeline.ts';

/** What a command needs besides its input. */
export interface Context {
  readonly store: Store;
  readonly timeline: Timeline;
  /** Does what may take long. */
  readonly apart: Apart;
  /** Looks up in translation memories. */
  readonly memories: Memories;
  /** Knows how English is spelt. */
  readonly spelling: SpellingDesk;
  /** Asks machines for translations. */
  readonly machines: Machines;
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
  /** The schema of its tables; see `openPostgres`. */
  readonly schema?: string;
  readonly now?: () => number;
  readonly newId?: () => string;
  readonly person?: string;
  /** The program that does long work in processes of its own; without one, it is done here and others wait. */
  readonly worker?: string;
  /** The program of the thread that holds the indexes of memories; without one, they are held here. */
  readonly memoryThread?: string;
  /** The program of the thread that holds the dictionaries; without one, they are read here. */
  readonly spellingThread?: string;
  /** Milliseconds that a machine may take for an answer, and after which what nobody waits for is given up; what is usual unless given. */
  readonly machinePatience?: number;
  readonly machineLease?: number;
  /** The versions of the schema; those of this Radif unless they are given. */
  readonly editions?: Editions;
  /** Hears of what goes wrong in the background, where nobody waits for an answer. */
  readonly report?: (error: unknown) => void;
}

/** Opens the database and brings its tables to today's shape. The client of PostgreSQL is loaded only where one is used. */
export async function openStore({
  data,
  databaseUrl,
  schema,
  upTo,
  isRestored,
  report = () => {},
}: ContextSettings): Promise<Store> {
  if (databaseUrl === undefined) return openSqlite(data, { upTo, isRestored });
  const { openPostgres } = await import('./db/postgres.ts');
  return openPostgres(databaseUrl, report, { upTo, schema });
}

/** Opens everything that commands work on; documents of an older schema are brought to today's. */
export async function openContext(settings: ContextSettings): Promise<Context> {
  const {
    now = Date.now,
    newId = v7,
    person = 'local',
    worker,
    memoryThread,
    spellingThread,
    report = () => {},
  } = settings;
  const store = await openStore(settings);
  const timeline = openTimeline(store, now, report, settings.editions);
  await bringHeads({ store, timeline }, now, report);
  await bringKeys(store, timeline, report);
  const apart = worker === undefined ? inPlace(newId) : inProcesses(worker);
  const folder = join(settings.data, 'memories');
  const memories = openMemories(store.db, { folder, program: memoryThread, report });
  const spelling = openSpelling(spellingThread);
  const machines = openMachines({
    keyFile: join(settings.data, 'machine.key'),
    now,
    patience: settings.machinePatience,
    lease: settings.machineLease,
    report,
  });
  return { store, timeline, apart, memories, spelling, machines, now, newId, person, wakeJobs: () => {}, report };
}

/** Ends subscriptions, finishes what was begun, background work included, and lets go of the database. */
export async function closeContext({ store, timeline, apart, memories, spelling, machines }: Context): Promise<void> {
  machines.close();
  await memories.close();
  await spelling.close();
  await apart.close();
  await timeline.close();
  await store.close();
}

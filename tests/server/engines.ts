import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, inject } from 'vitest';
import { type Context, type ContextSettings, closeContext, openContext } from '../../server/context.ts';
import type { Engine } from '../../server/db/store.ts';

/** Where a database is. */
export interface Place {
  readonly data: string;
  readonly databaseUrl?: string;
}

/** A real database engine, as a suite uses it. */
export interface TestEngine {
  readonly name: Engine;
  /** A new, empty database. */
  place(): Promise<Place>;
  /** Opens a context as a process of its own would, on a new database unless one is given. It is closed after the suite,
   *  if the test has not closed it. */
  context(settings?: Partial<ContextSettings>): Promise<Context>;
}

const engines: readonly Engine[] = ['sqlite', 'postgres'];

/** Runs a suite on SQLite in a temporary folder and on PostgreSQL. */
export function withEngines(suite: (engine: TestEngine) => void): void {
  for (const name of engines) describe(name, () => suite(engineOf(name)));
}

/** One engine for a suite; to be called inside `describe`. */
export function engineOf(name: Engine): TestEngine {
  const folders: string[] = [];
  const contexts: Context[] = [];

  const place = async (): Promise<Place> => {
    const data = mkdtempSync(join(tmpdir(), 'radif-'));
    folders.push(data);
    return name === 'sqlite' ? { data } : { data, databaseUrl: await newDatabase() };
  };

  afterAll(async () => {
    for (const context of contexts) await closeContext(context);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  return {
    name,
    place,
    async context(settings = {}) {
      const { data } = settings;
      const context = await openContext({ ...settings, ...(data === undefined ? await place() : { data }) });
      contexts.push(context);
      return context;
    },
  };
}

async function newDatabase(): Promise<string> {
  const answer = await fetch(inject('databases'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

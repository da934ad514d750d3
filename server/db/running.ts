import type { Kysely } from 'kysely';
import type { Database, Reader } from './database.ts';
import { retrying } from './retry.ts';
import type { Engine, Store } from './store.ts';

/** A store over its connections. Closing it waits for the transactions that have begun. */
export function store(engine: Engine, db: Reader, writer: Kysely<Database>, end: () => Promise<void>): Store {
  const running = new Set<Promise<unknown>>();
  return {
    engine,
    db,
    transaction(work) {
      const result = retrying(() => writer.transaction().execute(work));
      running.add(result);
      const done = () => running.delete(result);
      result.then(done, done);
      return result;
    },
    async close() {
      await Promise.allSettled(running);
      await end();
    },
  };
}

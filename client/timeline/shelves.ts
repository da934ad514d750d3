import { type DBSchema, type IDBPDatabase, openDB, unwrap } from 'idb';
import type { Mark } from '../../shared/wire/step.ts';
import type { Unsent } from './unsent.ts';

/** Text that no rebase could keep, or that the server would not take, with the place it was meant for. */
export interface Recovered {
  readonly id: string;
  readonly document: string;
  readonly segment: string | null;
  readonly text: string;
  readonly at: number;
  /** Others changed the same place first; or a deletion of this tab met what others typed; or the server refused it; or it is not in
   *  the copy of the data that the server was put back to. */
  readonly reason: 'overtaken' | 'removed' | 'refused' | 'history';
}

/** One unsent step: it applies to `version` of `document`, or to what the steps before it make of that. */
export interface KeptStep {
  readonly client: string;
  readonly version: number;
  readonly document: string;
  /** The version of the schema that the step is written in. */
  readonly schema: number;
  /** Counts what the tab has written; see `UnsentChange`. */
  readonly turn: number;
  readonly step: unknown;
}

/** The version that the first unsent step of a tab applies to. */
export interface KeptBase {
  readonly client: string;
  readonly base: number;
  readonly mark: Mark;
}

interface Kept extends DBSchema {
  step: { key: [client: string, version: number]; value: KeptStep };
  base: { key: string; value: KeptBase };
  recovered: { key: string; value: Recovered; indexes: { document: string } };
}

export type Shelves = IDBPDatabase<Kept>;

/** A record of version 1. The first ones say neither their schema, which was the first, nor their turn. */
type Earlier = Omit<Unsent, 'schema' | 'mark'> & { readonly schema?: number; readonly turn?: number };

/** Version 1 kept the steps of a tab in one record, which was written anew at each change; version 2 had no marks. */
const VERSION = 3;

/** Gives the database of that name, opened when it is first asked for. Rejects where the browser refuses storage, and while a
 *  tab of an earlier program holds it. */
export function openShelves(name: string): () => Promise<Shelves> {
  let opening: { readonly opened: Promise<Shelves>; readonly blocked: Promise<never> } | null = null;
  const forget = () => {
    opening = null;
  };
  const open = () => {
    let block: (error: Error) => void = () => undefined;
    const blocked = new Promise<never>((_, reject) => {
      block = reject;
    });
    blocked.catch(() => undefined);
    const opened = openDB<Kept>(name, VERSION, {
      upgrade: (database, from, _to, transaction) => furnish(unwrap(database), from, unwrap(transaction)),
      blocked: () => block(new Error('A tab of an earlier program holds what this browser keeps')),
      blocking(_current, _wanted, { target }) {
        forget();
        (target as IDBDatabase).close();
      },
      terminated: forget,
    });
    opened.catch(forget);
    return { opened, blocked };
  };
  return () => {
    opening ??= open();
    return Promise.race([opening.opened, opening.blocked]);
  };
}

/** Makes what version 3 has, and takes over what an earlier program has kept. */
function furnish(database: IDBDatabase, from: number, transaction: IDBTransaction): void {
  database.createObjectStore('base', { keyPath: 'client' });
  if (from === 2) return;
  const steps = database.createObjectStore('step', { keyPath: ['client', 'version'] });
  if (from === 0) {
    database.createObjectStore('recovered', { keyPath: 'id' }).createIndex('document', 'document');
    return;
  }
  const earlier: IDBRequest<Earlier[]> = transaction.objectStore('unsent').getAll();
  earlier.onsuccess = () => {
    for (const { client, document, base, schema = 1, turn = 0, steps: unsent } of earlier.result) {
      for (const [index, step] of unsent.entries()) {
        steps.put({ client, version: base + index, document, schema, turn, step } satisfies KeptStep);
      }
    }
    database.deleteObjectStore('unsent');
  };
}

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** The steps of one tab that the server has not acknowledged: they apply to version `base` of `document`, in order. */
export interface Unsent {
  readonly client: string;
  readonly document: string;
  readonly base: number;
  readonly steps: readonly unknown[];
}

/** Text that no rebase could keep, or that the server would not take, with the place it was meant for. */
export interface Recovered {
  readonly id: string;
  readonly document: string;
  readonly segment: string | null;
  readonly text: string;
  readonly at: number;
  /** Others changed the same place first; or a deletion of this tab met what others typed; or the server refused it. */
  readonly reason: 'overtaken' | 'removed' | 'refused';
}

interface Shelves extends DBSchema {
  unsent: { key: string; value: Unsent; indexes: { document: string } };
  recovered: { key: string; value: Recovered; indexes: { document: string } };
}

/** What this browser keeps until the server has it: unsent steps, and text that waits for a person. */
export interface Outbox {
  /** Replaces what is kept for `unsent.client`; nothing is kept once no step is left. */
  keep(unsent: Unsent): Promise<void>;
  /** Everything unsent, of all tabs, open or closed. */
  unsent(): Promise<readonly Unsent[]>;
  recover(recovered: readonly Recovered[]): Promise<void>;
  recovered(document: string): Promise<readonly Recovered[]>;
  /** The person has taken or dismissed the text. */
  dismiss(id: string): Promise<void>;
}

/** The outbox of this browser profile, in IndexedDB. Calls reject where the browser refuses storage. */
export function openOutbox(name = 'radif'): Outbox {
  let opened: Promise<IDBPDatabase<Shelves>> | null = null;
  const shelves = () => {
    opened ??= openDB<Shelves>(name, 1, {
      upgrade(database) {
        database.createObjectStore('unsent', { keyPath: 'client' }).createIndex('document', 'document');
        database.createObjectStore('recovered', { keyPath: 'id' }).createIndex('document', 'document');
      },
      terminated() {
        opened = null;
      },
    }).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    async keep(unsent) {
      const database = await shelves();
      if (unsent.steps.length > 0) await database.put('unsent', unsent);
      else await database.delete('unsent', unsent.client);
    },
    async unsent() {
      return (await shelves()).getAll('unsent');
    },
    async recover(recovered) {
      const transaction = (await shelves()).transaction('recovered', 'readwrite');
      await Promise.all([...recovered.map((one) => transaction.store.put(one)), transaction.done]);
    },
    async recovered(document) {
      return (await shelves()).getAllFromIndex('recovered', 'document', document);
    },
    async dismiss(id) {
      await (await shelves()).delete('recovered', id);
    },
  };
}

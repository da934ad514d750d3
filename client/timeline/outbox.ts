import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Ahead, aheadShelf, unsentOf } from './ahead.ts';
import type { Kept, Unsent } from './unsent.ts';

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
  unsent: { key: string; value: Kept; indexes: { document: string } };
  recovered: { key: string; value: Recovered; indexes: { document: string } };
}

/** What this browser keeps until the server has it: unsent steps, and text that waits for a person. */
export interface Outbox {
  /** Writes a change down at once, before `keep` has: it is there even if the tab is closed in this moment. */
  ahead(ahead: Ahead): void;
  /** Replaces what is kept for `unsent.client`; nothing is kept once no step is left. */
  keep(unsent: Kept): Promise<void>;
  /** Everything unsent, of all tabs, open or closed. */
  unsent(): Promise<readonly Unsent[]>;
  /** Calls `heard` with the name of another tab that has something unsent, until the returned function is called. */
  watch(heard: (client: string) => void): () => void;
  recover(recovered: readonly Recovered[]): Promise<void>;
  recovered(document: string): Promise<readonly Recovered[]>;
  /** The person has taken or dismissed the text. */
  dismiss(id: string): Promise<void>;
}

/** The outbox of this browser profile, in IndexedDB. Calls reject where the browser refuses storage. */
export function openOutbox(name = 'radif'): Outbox {
  const shelf = aheadShelf();
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
    ahead: (ahead) => shelf.put(ahead),
    async keep(unsent) {
      const transaction = (await shelves()).transaction('unsent', 'readwrite');
      const { store, done } = transaction;
      const written = unsent.steps.length > 0 ? store.put(unsent) : store.delete(unsent.client);
      // Committed without a look back: a page that closes would never give that look.
      transaction.commit();
      await Promise.all([written, done]);
      shelf.drop(unsent.client, unsent.turn);
    },
    async unsent() {
      const all = new Map(shelf.all().map((ahead) => [ahead.client, ahead]));
      const kept = await shelves().then(
        (database) => database.getAll('unsent'),
        () => [],
      );
      const clients = new Map(kept.map((record) => [record.client, record]));
      return [...new Set([...clients.keys(), ...all.keys()])].flatMap(
        (client) => unsentOf(clients.get(client), all.get(client)) ?? [],
      );
    },
    watch: (heard) => shelf.watch(heard),
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

import { aheadShelf, unsentOf } from './ahead.ts';
import { type KeptBase, type KeptStep, openShelves, type Recovered } from './shelves.ts';
import type { Unsent, UnsentChange } from './unsent.ts';

/** What this browser keeps until the server has it: unsent steps, and text that waits for a person. */
export interface Outbox {
  /** Writes a change down at once, before `keep` has: it is there even if the tab is closed in this moment. False where this
   *  browser does not take it. */
  ahead(change: UnsentChange): boolean;
  /** Follows a change. It costs what is new, however much is kept: offline, steps grow to thousands. */
  keep(change: UnsentChange): Promise<void>;
  /** Everything unsent, of all tabs, open or closed. */
  unsent(): Promise<readonly Unsent[]>;
  /** Calls `heard` with the name of another tab that has something unsent, until the returned function is called. */
  watch(heard: (client: string) => void): () => void;
  recover(recovered: readonly Recovered[]): Promise<void>;
  recovered(document: string): Promise<readonly Recovered[]>;
  /** The person has taken or dismissed the text. */
  dismiss(id: string): Promise<void>;
}

/** The outbox of this browser profile, in IndexedDB. Calls reject where the browser refuses storage, and while a tab of an
 *  earlier program holds the database. */
export function openOutbox(name = 'radif'): Outbox {
  const shelf = aheadShelf();
  const shelves = openShelves(name);
  return {
    ahead: (change) => shelf.put(change),
    async keep({ client, document, base, mark, schema, turn, after, steps }) {
      const transaction = (await shelves()).transaction(['step', 'base'], 'readwrite');
      const { done } = transaction;
      const store = transaction.objectStore('step');
      const bases = transaction.objectStore('base');
      const at = base + after;
      const written = [
        after + steps.length > 0 ? bases.put({ client, base, mark }) : bases.delete(client),
        store.delete(IDBKeyRange.bound([client], [client, base], false, true)),
        store.delete(IDBKeyRange.bound([client, at], [client, []])),
        ...steps.map((step, index) => store.put({ client, version: at + index, document, schema, turn, step })),
      ];
      // Committed without a look back: a page that closes would never give that look.
      transaction.commit();
      await Promise.all([...written, done]);
      shelf.drop(client, turn);
    },
    async unsent() {
      const ahead = new Map(shelf.all().map((change) => [change.client, change]));
      const [steps, bases] = await shelves().then(
        (database) => {
          const transaction = database.transaction(['step', 'base']);
          return Promise.all([transaction.objectStore('step').getAll(), transaction.objectStore('base').getAll()]);
        },
        () => [[], []] as const,
      );
      const kept = byTab(steps, bases);
      return [...new Set([...kept.keys(), ...ahead.keys()])].flatMap(
        (client) => unsentOf(kept.get(client), ahead.get(client)) ?? [],
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

/** The steps of each tab, which stand in the order of their versions, with the last turn it wrote them in. */
function byTab(
  kept: readonly KeptStep[],
  bases: readonly KeptBase[],
): ReadonlyMap<string, Unsent & { readonly turn: number }> {
  const marks = new Map(bases.map(({ client, base, mark }) => [`${client} ${base}`, mark]));
  const tabs = new Map<string, KeptStep[]>();
  for (const one of kept) {
    const own = tabs.get(one.client);
    if (own) own.push(one);
    else tabs.set(one.client, [one]);
  }
  const unsent = new Map<string, Unsent & { readonly turn: number }>();
  for (const [client, own] of tabs) {
    const [first] = own;
    if (!first) continue;
    const { document, version: base, schema } = first;
    const turn = own.reduce((last, one) => Math.max(last, one.turn), 0);
    const mark = marks.get(`${client} ${base}`) ?? null;
    unsent.set(client, { client, document, base, mark, schema, turn, steps: own.map(({ step }) => step) });
  }
  return unsent;
}

import type { Unsent } from './unsent.ts';

/** The last steps of a tab, written before anything else happens: they come after the first `after` of its unsent ones,
 *  which the outbox holds. `turn` counts what a tab has written, the outbox's records too. */
export interface Ahead extends Unsent {
  readonly turn: number;
  readonly after: number;
}

/**
 * What a tab writes at every change and at once. A tab that is closed takes with it all that is still on the way to
 * IndexedDB; what is in localStorage by then stays. It is small and short-lived: once the outbox has caught up it goes.
 */
export interface AheadShelf {
  put(ahead: Ahead): void;
  drop(client: string, turn: number): void;
  all(): readonly Ahead[];
  /** Calls `heard` with the name of another tab that writes, until the returned function is called. */
  watch(heard: (client: string) => void): () => void;
}

const PREFIX = 'radif.ahead.';

/** More than this, in UTF-16 units, is left to the outbox alone: a browser takes some millions in all. */
const MOST = 400_000;

/** The shelf of this browser profile; one that is blocked or full takes nothing, and then there is the outbox. */
export function aheadShelf(storage: () => Storage = () => localStorage): AheadShelf {
  const safely = <T>(work: (storage: Storage) => T, otherwise: T): T => {
    try {
      return work(storage());
    } catch {
      return otherwise;
    }
  };
  const read = (text: string | null): Ahead | null => (text === null ? null : (JSON.parse(text) as Ahead));
  return {
    put(ahead) {
      const text = JSON.stringify(ahead);
      const key = PREFIX + ahead.client;
      safely((kept) => (text.length > MOST ? kept.removeItem(key) : kept.setItem(key, text)), undefined);
    },
    drop(client, turn) {
      safely((kept) => {
        const found = read(kept.getItem(PREFIX + client));
        if (found && found.turn <= turn) kept.removeItem(PREFIX + client);
      }, undefined);
    },
    all() {
      return safely((kept) => {
        const keys = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '');
        return keys.filter((key) => key.startsWith(PREFIX)).flatMap((key) => read(kept.getItem(key)) ?? []);
      }, []);
    },
    watch(heard) {
      const listen = ({ key, newValue }: StorageEvent) => {
        if (key?.startsWith(PREFIX) && newValue !== null) heard(key.slice(PREFIX.length));
      };
      window.addEventListener('storage', listen);
      return () => window.removeEventListener('storage', listen);
    },
  };
}

/** What a tab has left unsent, from its record in the outbox and what it wrote ahead of that. Where the two do not fit each
 *  other, the outbox's record is older than a change that moved all steps, and the later writing holds all of them. */
export function unsentOf(
  kept: (Unsent & { readonly turn?: number }) | undefined,
  ahead: Ahead | undefined,
): Unsent | null {
  const later = ahead && ahead.turn > (kept?.turn ?? -1) ? ahead : undefined;
  if (!later) return kept ? withSchema(kept) : null;
  const { client, document, base, schema, after, steps } = withSchema(later);
  if (after === 0) return { client, document, base, schema, steps };
  if (!kept) return null;
  const earlier = withSchema(kept);
  if (earlier.base !== base || earlier.schema !== schema || earlier.steps.length < after) return earlier;
  return { client, document, base, schema, steps: [...earlier.steps.slice(0, after), ...steps] };
}

/** What an earlier Radif kept says nothing of its schema, which was the first. */
function withSchema<Record extends Unsent>(record: Record): Record {
  return { ...record, schema: (record as Partial<Unsent>).schema ?? 1 };
}

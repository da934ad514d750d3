import type { Unsent, UnsentChange } from './unsent.ts';

/**
 * What a tab writes at every change and at once. A tab that is closed takes with it all that is still on the way to
 * IndexedDB; what is in localStorage by then stays. It is small and short-lived: once the outbox has caught up it goes.
 */
export interface AheadShelf {
  /** False where it does not fit. */
  put(ahead: UnsentChange): boolean;
  drop(client: string, turn: number): void;
  all(): readonly UnsentChange[];
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
  const read = (text: string | null): UnsentChange | null =>
    text === null ? null : (JSON.parse(text) as UnsentChange);
  return {
    put(ahead) {
      const text = JSON.stringify(ahead);
      const key = PREFIX + ahead.client;
      const write = (kept: Storage) => {
        kept.setItem(key, text);
        return true;
      };
      // What does not fit leaves nothing older behind, which would be taken for the last.
      const isHeld = text.length <= MOST && safely(write, false);
      if (!isHeld) safely((kept) => kept.removeItem(key), undefined);
      return isHeld;
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

/** What a tab has left unsent, from what the outbox has of it and what it wrote ahead of that. A change that does not fit what
 *  the outbox has says nothing: the outbox lost what came between. */
export function unsentOf(
  kept: (Unsent & { readonly turn?: number }) | undefined,
  ahead: UnsentChange | undefined,
): Unsent | null {
  const earlier = kept && completed(kept);
  if (!ahead || ahead.turn <= (kept?.turn ?? -1)) return earlier ?? null;
  const { client, document, base, mark, schema, after, steps } = completed(ahead);
  if (after === 0) return { client, document, base, mark, schema, steps };
  if (!earlier) return null;
  const from = base - earlier.base;
  const rest = from < 0 ? [] : earlier.steps.slice(from, from + after);
  if (earlier.schema !== schema || rest.length < after) return earlier;
  return { client, document, base, mark, schema, steps: [...rest, ...steps] };
}

/** What an earlier Radif kept says nothing of its schema, which was the first, or of the mark of its base. */
function completed<Record extends Unsent>(record: Record): Record {
  const { schema = 1, mark = null }: Partial<Unsent> = record;
  return { ...record, schema, mark };
}

import { useSyncExternalStore } from 'react';

/** Records that this browser keeps, each under a key of its own: what one tab adds or removes is nothing to the others. */
export interface StoredRecords<T> {
  /** All of them by id; the same list until one comes or goes. */
  all(): readonly T[];
  put(id: string, record: T): void;
  remove(id: string): void;
  /** Calls `listener` after each change until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** Keeps records under keys that begin with `prefix`. `read` makes one from what is found there, `null` from what is none.
 *  Where the browser keeps nothing, they last as long as the page. */
export function storedRecords<T>(prefix: string, read: (found: unknown) => T | null): StoredRecords<T> {
  const listeners = new Set<() => void>();
  const here = new Map<string, T>();
  let listed: readonly T[] | null = null;
  const changed = () => {
    listed = null;
    for (const listener of listeners) listener();
  };
  const list = (): readonly T[] => {
    const found = new Map(here);
    attempt(() => {
      for (let index = 0; index < localStorage.length; index++) {
        const key = localStorage.key(index) ?? '';
        const record = key.startsWith(prefix) ? read(parse(localStorage.getItem(key))) : null;
        if (record !== null) found.set(key.slice(prefix.length), record);
      }
    });
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
  };
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith(prefix)) changed();
  });
  return {
    all() {
      listed ??= list();
      return listed;
    },
    put(id, record) {
      if (!attempt(() => localStorage.setItem(prefix + id, JSON.stringify(record)))) here.set(id, record);
      changed();
    },
    remove(id) {
      here.delete(id);
      attempt(() => localStorage.removeItem(prefix + id));
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The records, followed by the component. */
export function useStoredRecords<T>({ subscribe, all }: StoredRecords<T>): readonly T[] {
  return useSyncExternalStore(subscribe, all);
}

/** Does what a browser may refuse; false where it did. */
function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

function parse(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}

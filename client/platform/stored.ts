import { useSyncExternalStore } from 'react';

/** A value that this browser keeps; other tabs hear of a change. */
export interface Stored<T> {
  get(): T;
  set(value: T): void;
  /** Calls `listener` after each change until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** Keeps a value under `key`. `read` makes it from whatever is found there, which may be nothing or anything. Where the
 *  browser keeps nothing, because that is blocked or there is no room, the value lasts as long as the page. */
export function stored<T>(key: string, read: (found: unknown) => T): Stored<T> {
  const listeners = new Set<() => void>();
  let value = read(kept(key));
  const change = (next: T) => {
    value = next;
    for (const listener of listeners) listener();
  };
  window.addEventListener('storage', (event) => {
    if (event.key === key) change(read(parse(event.newValue)));
  });
  return {
    get: () => value,
    set: (next) => {
      keep(key, next);
      change(next);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value, followed by the component. */
export function useStored<T>({ subscribe, get }: Stored<T>): T {
  return useSyncExternalStore(subscribe, get);
}

function kept(key: string): unknown {
  try {
    return parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The page goes on with the value that it has.
  }
}

function parse(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}

import { type ComponentType, type LazyExoticComponent, lazy, useEffect } from 'react';

/** How long a screen that never rests has for itself before the parts behind it are fetched, in milliseconds. */
const LATER = 1500;

/** While the server is away, a part is asked for again after so many milliseconds, and so often. */
const AGAIN = 3000;
const TRIES = 40;

/** A part of the interface that is not fetched with the screen it belongs to. */
export interface LaterPart<Props> {
  readonly Part: LazyExoticComponent<ComponentType<Props>>;
  readonly fetch: () => Promise<unknown>;
}

/** A part that comes when it is first shown, or before that by `useFetchLater`. Where it is not to be had the screen stands
 *  without it, until the server is back. */
export function later<Props>(load: () => Promise<ComponentType<Props>>): LaterPart<Props> {
  const fetch = async () => ({ default: await persistently(load) });
  return { Part: lazy(fetch), fetch };
}

/** Fetches parts as soon as the screen stands and rests, so that they are there when a key asks for them, and when the
 *  server is away. `parts` must not change. */
export function useFetchLater(parts: readonly Pick<LaterPart<never>, 'fetch'>[]): void {
  useEffect(() => {
    const fetchAll = () => void Promise.allSettled(parts.map(({ fetch }) => fetch()));
    const id = requestIdleCallback(fetchAll, { timeout: LATER });
    return () => cancelIdleCallback(id);
  }, [parts]);
}

async function persistently<T>(load: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await load();
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }
}

import type { Cause } from '../timeline/cause.ts';
import { faultIn } from './cause.ts';

/** How long the server may take to say whether it can save, in milliseconds: it gives its database three seconds. */
const PATIENCE = 6_000;

/** What keeps the server at `address` from saving, as it says itself; `null` where nothing does. */
export async function unreadiness(address = ''): Promise<Cause | null> {
  try {
    const answer = await fetch(`${address}/ready`, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    if (answer.ok) return null;
    const told = (await answer.json()) as { readonly problems?: unknown };
    return faultIn(told.problems) ?? 'broken';
  } catch {
    return 'offline';
  }
}

import type { Authority } from './authority.ts';
import type { Outbox } from './outbox.ts';
import { Timeline } from './timeline.ts';
import { openTray } from './tray.ts';
import type { Unsent } from './unsent.ts';

interface Surroundings {
  readonly authority: Authority;
  readonly outbox: Outbox;
  readonly newId: () => string;
  readonly now: () => number;
}

/** Locks between the tabs of a browser; there are none over plain HTTP but on this machine. */
const locks = (): LockManager | undefined => globalThis.navigator?.locks;

const nameOf = (client: string) => `radif:${client}`;

/** Marks `client` as the name of an open tab until the tab closes, so that no other tab sends its steps. Where the
 *  browser has no locks, two tabs may send the same steps: the authority tells them apart by the client's name. */
export function holdName(client: string): () => void {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  locks()?.request(nameOf(client), () => held);
  return release;
}

/** Sends what closed tabs left in the outbox, for every document; what cannot be sent now stays there.
 *  Resolves to the documents that got something. */
export async function sendLeftovers(surroundings: Surroundings): Promise<readonly string[]> {
  const sent: string[] = [];
  for (const unsent of await surroundings.outbox.unsent()) {
    const send = async () => {
      if (await sendUnsent(unsent, surroundings)) sent.push(unsent.document);
    };
    const manager = locks();
    if (manager) await manager.request(nameOf(unsent.client), { ifAvailable: true }, (lock) => lock && send());
    else await send();
  }
  return sent;
}

/** How long after a failure what another tab has left is tried again, in milliseconds. */
const AGAIN = 5000;

/** Waits for other tabs that have something unsent to close, and sends what they leave; until the returned function is
 *  called. Without locks nobody can tell an open tab from a closed one: then it is sent when a document is opened. */
export function tendLeftovers(surroundings: Surroundings): () => void {
  const { outbox } = surroundings;
  const manager = locks();
  if (!manager) return () => undefined;
  const leaving = new AbortController();
  const { signal } = leaving;
  const tended = new Set<string>();
  const send = async (client: string) => {
    const left = (await outbox.unsent()).find((unsent) => unsent.client === client);
    return !left || sendUnsent(left, surroundings);
  };
  const tend = async (client: string) => {
    if (tended.has(client)) return;
    tended.add(client);
    while (!signal.aborted && !(await manager.request(nameOf(client), { signal }, () => send(client)))) {
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
    tended.delete(client);
  };
  const ignore = () => undefined;
  const stop = outbox.watch((client) => void tend(client).catch(ignore));
  outbox
    .unsent()
    .then((all) => Promise.all(all.map(({ client }) => tend(client))), ignore)
    .catch(ignore);
  return () => {
    stop();
    leaving.abort();
  };
}

async function sendUnsent(unsent: Unsent, surroundings: Surroundings): Promise<boolean> {
  const { authority, outbox, newId, now } = surroundings;
  const forget = () => outbox.keep({ ...unsent, turn: Number.POSITIVE_INFINITY, steps: [] });
  if (unsent.steps.length === 0) {
    await forget();
    return true;
  }
  const tray = openTray(outbox, unsent.document);
  let timeline: Timeline;
  try {
    const document = await authority.open(unsent.document, unsent.base);
    const { client } = unsent;
    timeline = new Timeline({ ...surroundings, authority: deaf(authority), tray, document, client, plugins: [] });
  } catch {
    return false;
  }
  try {
    timeline.adopt(unsent.steps);
  } catch {
    const text = writtenText(unsent.steps);
    const recovered = { id: newId(), document: unsent.document, segment: null, text, at: now() };
    if (text !== '') await outbox.recover([{ ...recovered, reason: 'refused' }]);
    await forget();
    return false;
  }
  try {
    return await timeline.settle();
  } finally {
    timeline.close();
  }
}

/** The authority for a timeline that only sends. */
export function deaf(authority: Authority): Authority {
  return { ...authority, watch: () => () => undefined };
}

/** The text that steps bring in, read from their JSON alone: for steps that no document takes any more. */
function writtenText(json: unknown): string {
  if (Array.isArray(json)) return json.map(writtenText).join('');
  if (typeof json !== 'object' || json === null) return '';
  return Object.entries(json)
    .map(([key, value]) => (key === 'text' && typeof value === 'string' ? value : writtenText(value)))
    .join('');
}

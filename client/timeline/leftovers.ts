import { type Editions, latestVersion, editions as ours } from '../../shared/doc/model/migrations.ts';
import { isSame } from '../../shared/wire/mark.ts';
import type { Authority, DocumentAtHand } from './authority.ts';
import { carryOver, type OldTime, oldTime } from './carried.ts';
import type { Outbox } from './outbox.ts';
import type { Recovered } from './shelves.ts';
import { Timeline } from './timeline.ts';
import { openTray, rescued, type Tray } from './tray.ts';
import type { Unsent } from './unsent.ts';

interface Surroundings {
  readonly authority: Authority;
  readonly outbox: Outbox;
  readonly newId: () => string;
  readonly now: () => number;
  /** The versions of the schema; those of this Radif unless they are given. */
  readonly editions?: Editions;
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
  const { authority, outbox, editions = ours } = surroundings;
  if (unsent.steps.length === 0) {
    await forget(unsent, outbox);
    return true;
  }
  // What a newer Radif left waits for that one.
  if (unsent.schema > latestVersion(editions)) return false;
  let begun: Beginning | null;
  try {
    begun = await beginning(unsent, authority, unsent.schema < latestVersion(editions));
  } catch {
    return false;
  }
  if (!begun) {
    await giveUp(unsent, surroundings, 'history');
    return false;
  }
  const { document, old } = begun;
  const tray = openTray(outbox, unsent.document);
  const { client } = unsent;
  let timeline: Timeline | null = null;
  try {
    const steps = old ? carry(unsent, old, surroundings, tray) : unsent.steps;
    timeline = new Timeline({ ...surroundings, authority: deaf(authority), tray, document, client, plugins: [] });
    timeline.adopt(steps);
  } catch {
    timeline?.close();
    await giveUp(unsent, surroundings, 'refused');
    return false;
  }
  try {
    return (await timeline.settle()) !== 'waiting';
  } finally {
    timeline.close();
  }
}

/** The document that unsent steps apply to, and what it takes to carry them over where that is of an older schema. */
interface Beginning {
  readonly document: DocumentAtHand;
  readonly old: OldTime | null;
}

/** Where unsent steps begin; `null` where that is in no history any more: the server has no version of this number, or another
 *  one. Rejects where the server cannot be asked. */
async function beginning(unsent: Unsent, authority: Authority, isOld: boolean): Promise<Beginning | null> {
  const { document, base, mark } = unsent;
  try {
    const old = isOld ? await oldTime(unsent, authority) : null;
    if (isOld && !old) return null;
    const opened = old?.end ?? (await authority.open(document, base));
    return old || isSame(mark, opened.mark) ? { document: opened, old } : null;
  } catch (error) {
    if (authority.causeOf(error) === 'missing' && (await authority.open(document)).head < base) return null;
    throw error;
  }
}

/** The steps in today's schema; text that found no place goes to the tray. */
function carry(unsent: Unsent, old: OldTime, { editions = ours, newId, now }: Surroundings, tray: Tray): unknown[] {
  const { steps, lost } = carryOver(unsent, old, editions, newId);
  const told = lost.map((one) => ({
    ...one,
    reason: one.author === 'local' ? ('overtaken' as const) : ('removed' as const),
  }));
  const recovered = rescued(unsent.document, told, { newId, now });
  if (recovered.length > 0) tray.add(recovered);
  return steps.map((step) => step.toJSON());
}

/** No document takes these steps: their text goes to the tray. */
async function giveUp(
  unsent: Unsent,
  { outbox, newId, now }: Surroundings,
  reason: Recovered['reason'],
): Promise<void> {
  const text = writtenText(unsent.steps);
  if (text !== '') await outbox.recover(rescued(unsent.document, [{ segment: null, text, reason }], { newId, now }));
  await forget(unsent, outbox);
}

/** Nothing is left of these. */
function forget(unsent: Unsent, outbox: Outbox): Promise<void> {
  return outbox.keep({ ...unsent, after: 0, turn: Number.POSITIVE_INFINITY, steps: [] });
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

import type { Authority } from './authority.ts';
import type { Outbox, Unsent } from './outbox.ts';
import { Timeline } from './timeline.ts';
import { openTray } from './tray.ts';

interface Surroundings {
  readonly authority: Authority;
  readonly outbox: Outbox;
  readonly newId: () => string;
  readonly now: () => number;
}

const nameOf = (client: string) => `radif:${client}`;

/** Marks `client` as the name of an open tab until the tab closes, so that no other tab sends its steps. Where the
 *  browser has no locks, two tabs may send the same steps: the authority tells them apart by the client's name. */
export function holdName(client: string): () => void {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks?.request(nameOf(client), () => held);
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
    if (navigator.locks) {
      await navigator.locks.request(nameOf(unsent.client), { ifAvailable: true }, (lock) =>
        lock ? send() : undefined,
      );
    } else await send();
  }
  return sent;
}

async function sendUnsent(unsent: Unsent, { authority, outbox, newId, now }: Surroundings): Promise<boolean> {
  try {
    const timeline = new Timeline({
      authority: { ...authority, watch: () => () => undefined },
      outbox,
      tray: openTray(outbox, unsent.document),
      document: await authority.open(unsent.document, unsent.base),
      client: unsent.client,
      plugins: [],
      newId,
      now,
    });
    timeline.adopt(unsent.steps);
    try {
      return await timeline.settle();
    } finally {
      timeline.close();
    }
  } catch {
    return false;
  }
}

import type { Companion, Company } from '../../shared/wire/presence.ts';

/** Who has which document open, as far as this process serves them; nothing of it is stored. */
export interface Presence {
  /** Takes `client` in until `signal` ends it, and gives who else is there: at once, and again whenever that changes. */
  company(document: string, client: string, signal: AbortSignal): AsyncIterable<Company>;
  /** Says where the caret of `client` is; false where that is not in the document. */
  place(document: string, companion: Companion): boolean;
}

interface Seat {
  companion: Companion;
  /** Says that something has changed for the others. */
  ring: () => void;
}

export function presence(): Presence {
  const documents = new Map<string, Map<string, Seat>>();

  const tellOthers = (document: string, client: string) => {
    for (const [other, { ring }] of documents.get(document) ?? []) if (other !== client) ring();
  };

  return {
    place(document, companion) {
      const seat = documents.get(document)?.get(companion.client);
      if (!seat) return false;
      seat.companion = companion;
      tellOthers(document, companion.client);
      return true;
    },
    async *company(document, client, signal) {
      const seats = documents.get(document) ?? new Map<string, Seat>();
      documents.set(document, seats);
      let wake: (() => void) | null = null;
      let isNew = true;
      const seat: Seat = {
        companion: seats.get(client)?.companion ?? { client, name: '', caret: null },
        ring: () => {
          isNew = true;
          wake?.();
        },
      };
      const end = () => wake?.();
      signal.addEventListener('abort', end);
      seats.set(client, seat);
      tellOthers(document, client);
      try {
        while (!signal.aborted) {
          if (isNew) {
            isNew = false;
            yield { people: [...seats.values()].filter((each) => each !== seat).map(({ companion }) => companion) };
          } else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        signal.removeEventListener('abort', end);
        // A connection that broke off may end after the one that took its place.
        if (seats.get(client) === seat) {
          seats.delete(client);
          if (seats.size === 0 && documents.get(document) === seats) documents.delete(document);
          tellOthers(document, client);
        }
      }
    },
  };
}

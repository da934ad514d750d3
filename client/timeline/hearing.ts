import type { MarkedVersion, News, SentStep } from '../../shared/wire/step.ts';
import type { Attending, Authority } from './authority.ts';

/** Who takes in what others did to a document. */
export interface Taker {
  /** The version that it stands on. */
  standing(): MarkedVersion;
  /** The server is there. */
  met(): void;
  /** Takes in steps that apply to version `base`, as far as they are not known; its own version is among those they lead over. */
  takeIn(base: MarkedVersion, steps: readonly SentStep[]): void;
  /** The server has another history. */
  leave(): void;
}

/** The document that is listened to, the tab that listens, and who hears of the other tabs. */
export interface Seat {
  readonly document: string;
  readonly client: string;
  readonly attending: Attending | undefined;
}

/** Hears of what others do to a document, and asks for what it missed, until the returned function is called. */
export function listen(authority: Authority, { document, client, attending }: Seat, taker: Taker): () => void {
  let stopped = false;
  let asking = false;

  /** Asks for the steps up to `version`; of many, the server gives the first ones. */
  const ask = async (version: number) => {
    do {
      const base = taker.standing();
      const answer = await authority.since(document, base);
      if (stopped) return;
      if (!answer.ok) {
        taker.leave();
        return;
      }
      if (answer.steps.length === 0) return;
      taker.takeIn(base, answer.steps);
    } while (!stopped && taker.standing().version < version);
  };
  const catchUp = async (version: number) => {
    if (asking) return;
    asking = true;
    // Where it fails, the next message or push finds the same gap and asks again.
    await ask(version).catch(() => undefined);
    asking = false;
  };
  const hear = (news: News) => {
    if (stopped) return;
    if (!news.ok) {
      taker.leave();
      return;
    }
    taker.met();
    if (news.steps.length === 0) return;
    const base = { version: news.version - news.steps.length, mark: news.after };
    const { version } = taker.standing();
    // News from behind may be all that there is by now: somebody may have put an older copy of the data back.
    if (base.version > version || news.version < version) void catchUp(news.version);
    else taker.takeIn(base, news.steps);
  };

  const stop = authority.watch(document, client, () => taker.standing(), hear, attending);
  return () => {
    stopped = true;
    stop();
  };
}

import type { OpenedDocument } from '../../shared/wire/opened-document.ts';
import type { CaretPlace, Companion } from '../../shared/wire/presence.ts';
import type { Push, PushAnswer } from '../../shared/wire/push.ts';
import type { MarkedVersion, News, StepsSince } from '../../shared/wire/step.ts';
import type { Cause } from './cause.ts';

/** A document with the JSON of the snapshot that it begins with; `documentNode` makes the version of it. */
export interface DocumentAtHand extends OpenedDocument {
  readonly doc: unknown;
}

/** A tab's part in the company of a document. */
export interface Attending {
  /** The connection is there, for the first time or again. */
  joined(): void;
  met(people: readonly Companion[]): void;
}

/** What the timeline needs of the server. A call that is not answered rejects with an error that `causeOf` knows. */
export interface Authority {
  /** The document at its head, or at version `at`; in version `schema` of the schema, today's unless it is given. */
  open(document: string, at?: number, schema?: number): Promise<DocumentAtHand>;
  push(push: Push): Promise<PushAnswer>;
  /** Why a call was not answered. */
  causeOf(error: unknown): Cause;
  /** What keeps the server from saving, as it says itself; `null` where nothing does. */
  trouble(): Promise<Cause | null>;
  /** The steps after a version. */
  since(document: string, version: MarkedVersion): Promise<StepsSince>;
  /** Hears of steps as they are accepted, beginning after version `since()`, and of nothing new (no steps) when the connection
   *  is there. As long as that goes on, others are told that `client` is there, and `attending` hears of them. Returns the way
   *  to stop. */
  watch(
    document: string,
    client: string,
    since: () => MarkedVersion,
    heard: (news: News) => void,
    attending?: Attending,
  ): () => void;
  /** Says where the caret of a tab is that watches the document. */
  here(document: string, client: string, name: string, caret: CaretPlace | null): Promise<void>;
}

import { type Editions, latestVersion, editions as ours } from '../../shared/doc/model/migrations.ts';
import type { SentChange } from '../../shared/wire/step.ts';
import type { Reader } from '../db/database.ts';
import { documentHead } from '../db/document.ts';
import { pending } from '../db/pending.ts';
import { stepsAfter } from '../db/step.ts';
import type { Store } from '../db/store.ts';
import { UnknownRecord } from '../db/unknown.ts';
import { documentCache } from './cache.ts';
import { changeHub } from './hub.ts';
import { type Presence, presence } from './presence.ts';
import { type HeldDocument, rebuildVersion, replay } from './rebuild.ts';
import { snapshotWriter } from './snapshot-writer.ts';

/** The documents that this process has at hand, and the news of what becomes of them. */
export interface Timeline {
  /** The versions of the schema that documents are read and written in. */
  readonly editions: Editions;
  /** The document at its head, which is `version` as the caller has just read it in the database: another process may
   *  have brought it there. */
  head(reader: Reader, document: string, version: number): Promise<HeldDocument>;
  /** The document as it was at `version`, which must not be above its head, in version `schema` of the schema: today's
   *  unless it is given. Throws where that version was written in a newer one. */
  at(reader: Reader, document: string, version: number, schema?: number): Promise<HeldDocument>;
  /** To be told after the commit: `held` is the new head. */
  accepted(held: HeldDocument): void;
  /** Steps from version `since` on, as they are accepted in whatever process, until `signal` ends it. */
  changes(document: string, since: number, signal?: AbortSignal): AsyncIterable<SentChange>;
  /** Who has which document open in this process. */
  readonly presence: Presence;
  /** Resolves once every snapshot that was due is written. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Steps that are cheaper to apply to a document at hand than to read a snapshot. */
const REPLAY = 500;

export function openTimeline(
  store: Store,
  now: () => number,
  report: (error: unknown) => void,
  editions: Editions = ours,
): Timeline {
  const cache = documentCache();
  const hub = changeHub(store.db, report);
  const snapshots = snapshotWriter(store, now, report);
  const reads = pending();

  async function at(reader: Reader, document: string, version: number, schema?: number): Promise<HeldDocument> {
    const held = cache.get(document);
    if (schema !== undefined && schema !== latestVersion(editions)) {
      return rebuildVersion(reader, document, version, { editions, schema });
    }
    if (held?.version === version) return held;
    const near = held && held.version < version && version - held.version <= REPLAY;
    return near
      ? replay(reader, held, version, { editions })
      : rebuildVersion(reader, document, version, { editions, source: held?.source });
  }

  return {
    editions,
    presence: presence(),
    async head(reader, document, head) {
      const held = await at(reader, document, head);
      cache.keep(held);
      return held;
    },
    at,
    accepted(held) {
      cache.keep(held);
      hub.tell(held.id, held.version);
      snapshots.offer(held, (snapshot) => {
        const latest = cache.get(held.id);
        if (latest) cache.keep({ ...latest, snapshot });
      });
    },
    async *changes(document, since, signal) {
      if (!(await reads.add(documentHead(store.db, document)))) throw new UnknownRecord('document', document);
      const ear = hub.listen(document, signal);
      try {
        for (let version = since; !ear.closed; ) {
          const steps = await reads.add(stepsAfter(store.db, document, version));
          if (steps.length > 0) {
            version += steps.length;
            yield { version, steps };
          } else await ear.news();
        }
      } finally {
        ear.close();
      }
    },
    settled: snapshots.settled,
    async close() {
      await hub.close();
      await reads.settled();
      await snapshots.settled();
    },
  };
}

import type { Reader } from '../db/database.ts';
import { documentHead } from '../db/document.ts';
import { pending } from '../db/pending.ts';
import { type SentStep, stepsAfter } from '../db/step.ts';
import type { Store } from '../db/store.ts';
import { UnknownRecord } from '../db/unknown.ts';
import { documentCache } from './cache.ts';
import { changeHub } from './hub.ts';
import { type HeldDocument, rebuildVersion, replay } from './rebuild.ts';
import { snapshotWriter } from './snapshot-writer.ts';

/** Steps as they were accepted; the last of them made `version`. */
export interface Change {
  readonly version: number;
  readonly steps: readonly SentStep[];
}

/** The documents that this process has at hand, and the news of what becomes of them. */
export interface Timeline {
  /** The document at its head, which is `version` as the caller has just read it in the database: another process may
   *  have brought it there. */
  head(reader: Reader, document: string, version: number): Promise<HeldDocument>;
  /** The document as it was at `version`, which must not be above its head. */
  at(reader: Reader, document: string, version: number): Promise<HeldDocument>;
  /** To be told after the commit: `held` is the new head. */
  accepted(held: HeldDocument): void;
  /** Steps from version `since` on, as they are accepted in whatever process, until `signal` ends it. */
  changes(document: string, since: number, signal?: AbortSignal): AsyncIterable<Change>;
  /** Resolves once every snapshot that was due is written. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Steps that are cheaper to apply to a document at hand than to read a snapshot. */
const REPLAY = 500;

export function openTimeline(store: Store, now: () => number, report: (error: unknown) => void): Timeline {
  const cache = documentCache();
  const hub = changeHub(store.db, report);
  const snapshots = snapshotWriter(store, now, report);
  const reads = pending();

  async function version(reader: Reader, document: string, version: number): Promise<HeldDocument> {
    const held = cache.get(document);
    if (held?.version === version) return held;
    const near = held && held.version < version && version - held.version <= REPLAY;
    return near ? replay(reader, held, version) : rebuildVersion(reader, document, version, held?.source);
  }

  return {
    async head(reader, document, head) {
      const held = await version(reader, document, head);
      cache.keep(held);
      return held;
    },
    at: version,
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

import { type Editions, latestVersion, editions as ours } from '../../shared/doc/model/migrations.ts';
import type { MarkedVersion, News, Since } from '../../shared/wire/step.ts';
import type { Reader } from '../db/database.ts';
import { documentHead } from '../db/document.ts';
import { markOf } from '../db/mark.ts';
import { pending } from '../db/pending.ts';
import { stepsFrom } from '../db/step.ts';
import type { Store } from '../db/store.ts';
import { UnknownRecord } from '../db/unknown.ts';
import { documentCache } from './cache.ts';
import { changeHub } from './hub.ts';
import { type Presence, presence } from './presence.ts';
import { type DocumentQueue, documentQueue } from './queue.ts';
import { type HeldDocument, OtherHistoryMet, rebuildVersion, replay } from './rebuild.ts';
import { sharedLog } from './shared-log.ts';
import { snapshotWriter } from './snapshot-writer.ts';

/** The documents that this process has at hand, and the news of what becomes of them. */
export interface Timeline {
  /** The versions of the schema that documents are read and written in. */
  readonly editions: Editions;
  /** The document at its head, as the caller has just read that in the database: another process may have brought it there, or
   *  somebody may have put an older copy of the data back. What is at hand is taken only where the marks fit. */
  head(reader: Reader, document: string, head: MarkedVersion): Promise<HeldDocument>;
  /** The document as it was at `version`, which must not be above its head, in version `schema` of the schema: today's
   *  unless it is given. Throws where that version was written in a newer one. */
  at(reader: Reader, document: string, version: number, schema?: number): Promise<HeldDocument>;
  /** To be told after the commit: `held` is the new head. */
  accepted(held: HeldDocument): void;
  /** Steps from version `since` on, as they are accepted in whatever process, until `signal` ends it. It ends by itself, and
   *  says so, where the document has no such version, or has it no more. */
  changes(document: string, since: Since, signal?: AbortSignal): AsyncIterable<News>;
  /** Has the pushes to one document wait for each other. */
  readonly queue: DocumentQueue;
  /** Who has which document open. */
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
  const hub = changeHub(store, report);
  const snapshots = snapshotWriter(store, now, report);
  const reads = pending();
  const logs = sharedLog((document, since) => reads.add(stepsFrom(store.db, document, since)));

  /** `aim` from the document at hand, where the log leads from that to it, else from the nearest snapshot. */
  async function reach(reader: Reader, document: string, aim: MarkedVersion, schema?: number): Promise<HeldDocument> {
    const held = cache.get(document);
    if (schema !== undefined && schema !== latestVersion(editions)) {
      return rebuildVersion(reader, document, aim, { editions, schema });
    }
    if (held?.version === aim.version && held.mark === aim.mark) return held;
    if (held && held.version < aim.version && aim.version - held.version <= REPLAY) {
      try {
        return await replay(reader, held, aim, { editions });
      } catch (error) {
        if (!(error instanceof OtherHistoryMet)) throw error;
      }
    }
    return rebuildVersion(reader, document, aim, { editions, original: held?.original });
  }

  return {
    editions,
    queue: documentQueue(),
    presence: presence(store.heralds),
    async head(reader, document, head) {
      const before = cache.get(document);
      const held = await reach(reader, document, head);
      // What is newer than the head stays, unless it is of no history any more: others may have moved the head meanwhile.
      const isGone =
        before !== undefined && before !== held && (await markOf(reader, document, before.version)) !== before.mark;
      if (isGone) cache.drop(before);
      cache.keep(held);
      return held;
    },
    async at(reader, document, version, schema) {
      const mark = await markOf(reader, document, version);
      if (mark === undefined) throw new UnknownRecord('version', `${version}`);
      return reach(reader, document, { version, mark }, schema);
    },
    accepted(held) {
      cache.keep(held);
      if (held.mark !== null) hub.tell(held.id, held.mark);
      snapshots.offer(held, (snapshot) => {
        const latest = cache.get(held.id);
        if (latest) cache.keep({ ...latest, snapshot });
      });
    },
    async *changes(document, since, signal) {
      if (!(await reads.add(documentHead(store.db, document)))) throw new UnknownRecord('document', document);
      const ear = hub.listen(document, signal);
      try {
        for (let at = since; !ear.closed; ) {
          const found = await logs.from(document, at);
          if (!found) {
            yield { ok: false, reason: 'history' };
            return;
          }
          const { after, steps } = found;
          const version = at.version + steps.length;
          at = { version, mark: steps.at(-1)?.mark ?? after };
          if (steps.length > 0) yield { ok: true, version, after, steps };
          else await ear.news();
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

import { insertSnapshot } from '../db/snapshot.ts';
import type { Store } from '../db/store.ts';
import type { HeldDocument } from './rebuild.ts';
import { packDocument } from './snapshot.ts';

/** Steps after which a snapshot is due: what a reader has to replay at most. */
const EVERY = 200;

export interface SnapshotWriter {
  /** Writes a snapshot of a new head if one is due. `written` hears its version; nothing is written of a head that was put back meanwhile. */
  offer(held: HeldDocument, written: (version: number) => void): void;
  /** Resolves once everything that was due is written. */
  settled(): Promise<void>;
}

/** Writes snapshots in the background, one at a time. One that fails stays due: the next change offers it again. */
export function snapshotWriter(store: Store, now: () => number, report: (error: unknown) => void): SnapshotWriter {
  const due = new Set<string>();
  let last = Promise.resolve();

  async function write(
    { id, version, mark, schema, doc, original }: HeldDocument,
    written: (version: number) => void,
  ): Promise<void> {
    try {
      const body = await packDocument(doc, original.text);
      const snapshot = { document: id, version, mark, schema, at: now(), body };
      if (await store.transaction((trx) => insertSnapshot(trx, snapshot))) written(version);
    } catch (error) {
      report(error);
    } finally {
      due.delete(id);
    }
  }

  return {
    offer(held, written) {
      if (held.version - held.snapshot < EVERY || due.has(held.id)) return;
      due.add(held.id);
      last = last.then(() => write(held, written));
    },
    settled: () => last,
  };
}

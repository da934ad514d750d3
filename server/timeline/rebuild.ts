import type { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import type { Outline } from '../../shared/core/outline.ts';
import { readSnapshot } from '../../shared/doc/model/migrations.ts';
import { schema } from '../../shared/doc/model/schema.ts';
import type { Reader } from '../db/database.ts';
import { nearestSnapshot } from '../db/snapshot.ts';
import { sourceOf } from '../db/source.ts';
import { STEPS_AT_ONCE, stepsAfter } from '../db/step.ts';
import { unpackDocument } from './snapshot.ts';

/** The source of a document with its structure. */
export interface Source {
  readonly text: string;
  readonly outline: Outline;
}

/** A document with the source that it renders. */
export interface SourcedDocument {
  readonly id: string;
  readonly doc: Node;
  readonly source: Source;
}

/** A document at one version, as a process holds it. */
export interface HeldDocument extends SourcedDocument {
  readonly version: number;
  /** The version of the newest snapshot known to be stored. */
  readonly snapshot: number;
}

/** A version from the nearest snapshot and the steps after it. */
export async function rebuildVersion(
  reader: Reader,
  id: string,
  version: number,
  source?: Source,
): Promise<HeldDocument> {
  const snapshot = await nearestSnapshot(reader, id, version);
  if (!snapshot) throw new Error(`Document ${id} has no snapshot at or before version ${version}`);
  const read = readSnapshot(await unpackDocument(snapshot.body), snapshot.schema_version);
  if (!read.ok) throw new Error(`Snapshot ${snapshot.version} of document ${id}: ${read.problems[0]?.message}`);
  const held = {
    id,
    version: snapshot.version,
    doc: read.value,
    source: source ?? (await sourceOf(reader, id)),
    snapshot: snapshot.version,
  };
  return replay(reader, held, version);
}

/** `held` brought to a later version by the step log. */
export async function replay(reader: Reader, held: HeldDocument, version: number): Promise<HeldDocument> {
  let { doc } = held;
  let reached = held.version;
  while (reached < version) {
    const steps = await stepsAfter(reader, held.id, reached, Math.min(STEPS_AT_ONCE, version - reached));
    if (steps.length === 0) break;
    for (const { step } of steps) {
      const { doc: next, failed } = Step.fromJSON(schema, step).apply(doc);
      reached += 1;
      if (!next) throw new Error(`Step ${reached} of document ${held.id} does not apply: ${failed}`);
      doc = next;
    }
  }
  if (reached !== version) throw new Error(`Document ${held.id} has no step ${reached + 1}`);
  return { ...held, version, doc };
}

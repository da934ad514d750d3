import type { Node } from 'prosemirror-model';
import { withSource } from '../../shared/doc/model/correction-step.ts';
import { stepFrom } from '../../shared/doc/model/link-step.ts';
import { type Editions, latestVersion, readSnapshot, schemaOf } from '../../shared/doc/model/migrations.ts';
import type { Mark, MarkedVersion } from '../../shared/wire/step.ts';
import type { Reader } from '../db/database.ts';
import { nearestSnapshot } from '../db/snapshot.ts';
import { sourceOf } from '../db/source.ts';
import { logAfter, STEPS_AT_ONCE } from '../db/step.ts';
import { UnknownRecord } from '../db/unknown.ts';
import { follows } from './mark.ts';
import { unpackDocument } from './snapshot.ts';
import { type Source, sourceIn } from './source.ts';

/** A document with the source that it renders, as it is in that document. */
export interface SourcedDocument {
  readonly id: string;
  readonly doc: Node;
  readonly source: Source;
}

/** A document at one version, as a process holds it. */
export interface HeldDocument extends SourcedDocument {
  readonly version: number;
  /** The mark of that version. */
  readonly mark: Mark;
  /** The version of the schema that `doc` is of. */
  readonly schema: number;
  /** The source as it was imported. */
  readonly original: Source;
  /** The version of the newest snapshot known to be stored. */
  readonly snapshot: number;
}

/** What a rebuild needs to know besides the version. */
export interface RebuildOptions {
  readonly editions: Editions;
  /** The version of the schema to give the document in; today's unless it is given. */
  readonly schema?: number | undefined;
  /** The source as it was imported, where it is at hand. */
  readonly original?: Source | undefined;
}

/** Steps do not follow from what they were to be applied to: an older copy of the data was put back in between. */
export class OtherHistoryMet extends Error {}

/** A version from the nearest snapshot and the steps after it. */
export async function rebuildVersion(
  reader: Reader,
  id: string,
  aim: MarkedVersion,
  options: RebuildOptions,
): Promise<HeldDocument> {
  const snapshot = await nearestSnapshot(reader, id, aim.version);
  if (!snapshot) throw new Error(`Document ${id} has no snapshot at or before version ${aim.version}`);
  const { schema } = snapshot;
  const name = `Snapshot ${snapshot.version} of document ${id}`;
  const original = options.original ?? (await sourceOf(reader, id));
  const kept = inEdition(options.editions, await unpackDocument(snapshot.body), schema, schema, name);
  const held = {
    id,
    version: snapshot.version,
    mark: snapshot.mark,
    schema,
    doc: withSource(kept, original.text),
    source: original,
    original,
    snapshot: snapshot.version,
  };
  return replay(reader, held, aim, options);
}

/** `held` brought to a later version by the step log. Throws `OtherHistoryMet` where the log does not lead from one to the other. A step is applied in the schema that it was written in, and nowhere
 *  else: where the log goes on in a newer one, the document is brought there first. */
export async function replay(
  reader: Reader,
  held: HeldDocument,
  { version, mark: aim }: MarkedVersion,
  { editions, schema: asked = latestVersion(editions) }: RebuildOptions,
): Promise<HeldDocument> {
  let { doc, schema, mark } = held;
  let reached = held.version;
  while (reached < version) {
    const steps = await logAfter(reader, held.id, reached, Math.min(STEPS_AT_ONCE, version - reached));
    if (steps.length === 0) break;
    for (const sent of steps) {
      const name = `Step ${reached + 1} of document ${held.id}`;
      if (!follows(mark, sent, sent.mark)) throw new OtherHistoryMet(`${name} does not follow from the one before`);
      doc = withSource(inSchema(editions, doc, schema, sent.schema, name), held.original.text);
      schema = sent.schema;
      const { doc: next, failed } = stepFrom(schemaOf(editions, schema), JSON.parse(sent.step)).apply(doc);
      if (!next) throw new Error(`${name} does not apply: ${failed}`);
      reached += 1;
      mark = sent.mark;
      doc = next;
    }
  }
  if (reached !== version) throw new Error(`Document ${held.id} has no step ${reached + 1}`);
  if (mark !== aim) throw new OtherHistoryMet(`Version ${version} of document ${held.id} is another one by now`);
  doc = inSchema(editions, doc, schema, asked, `Version ${version} of document ${held.id}`);
  doc = withSource(doc, held.original.text);
  return { ...held, version, mark, doc, schema: asked, source: sourceIn(doc, held.original) };
}

/** Throws `UnknownRecord` where the document was written in a newer schema than the one asked for. */
function inSchema(editions: Editions, doc: Node, from: number, to: number, name: string): Node {
  if (from > to) throw new UnknownRecord('schema', `${to}`);
  return from === to ? doc : inEdition(editions, doc.toJSON(), from, to, name);
}

function inEdition(editions: Editions, json: unknown, from: number, to: number, name: string): Node {
  const read = readSnapshot(json, from, editions, to);
  if (!read.ok) throw new Error(`${name}: ${read.problems[0]?.message}`);
  return read.value;
}

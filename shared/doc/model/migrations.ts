import { Node, type Schema } from 'prosemirror-model';
import type { Checked } from '../../core/problem.ts';
import type { PastEdition } from './editions/edition.ts';
import { firstEdition } from './editions/first.ts';
import { secondEdition } from './editions/second.ts';
import { schema } from './schema.ts';

/** All versions of the schema that there were, version 1 first, and today's. */
export interface Editions {
  readonly past: readonly PastEdition[];
  readonly schema: Schema;
}

/** The editions of this Radif. */
export const editions: Editions = { past: [firstEdition, secondEdition], schema };

/** The number of today's version: one more than there were. */
export function latestVersion({ past }: Editions): number {
  return past.length + 1;
}

/** The number of today's version of this Radif; snapshots, steps and pushes carry it. */
export const SCHEMA_VERSION = latestVersion(editions);

/** Version `version` of the schema; today's for one that is not known. */
export function schemaOf({ past, schema }: Editions, version: number): Schema {
  return past[version - 1]?.schema ?? schema;
}

/** The document in a snapshot that was written under `version` of the schema, as version `to` has it, today's unless it is
 *  given. A version that this Radif does not know, or content that the schema does not allow, is a problem that says so. */
export function readSnapshot(
  json: unknown,
  version: number,
  known: Editions = editions,
  to: number = latestVersion(known),
): Checked<Node> {
  const migrated = migrate(json, version, known, to);
  if (!migrated.ok) return migrated;
  const schema = schemaOf(known, to);
  try {
    const doc = Node.fromJSON(schema, migrated.value);
    if (doc.type !== schema.topNodeType) throw new RangeError(`Expected a document, found a ${doc.type.name}`);
    doc.check();
    return { ok: true, value: doc };
  } catch (error) {
    return refused('snapshot.schema', `The snapshot does not keep the schema: ${reason(error)}`, {});
  }
}

/** `json`, written under `version`, as version `to` of the schema has it. */
export function migrate(json: unknown, version: number, known: Editions, to = latestVersion(known)): Checked<unknown> {
  if (!Number.isInteger(version) || version < 1 || version > to) {
    const message = `The snapshot has schema version ${version}, and this Radif reads 1 to ${to}. Update Radif to open it.`;
    return refused('snapshot.version', message, { version, current: to });
  }
  try {
    return { ok: true, value: known.past.slice(version - 1, to - 1).reduce((doc, past) => past.migrate(doc), json) };
  } catch (error) {
    return refused(
      'snapshot.migration',
      `The snapshot of schema version ${version} cannot be brought up to date: ${reason(error)}`,
      { version },
    );
  }
}

function refused(rule: string, message: string, values: Record<string, string | number>): Checked<never> {
  return { ok: false, problems: [{ rule, message, values }] };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

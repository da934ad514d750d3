import { Node } from 'prosemirror-model';
import type { Checked } from '../../core/problem.ts';
import { schema } from './schema.ts';

/** Rewrites the JSON of a document of one schema version into that of the next. */
export type Migration = (doc: unknown) => unknown;

/** What brings old snapshots to the schema of today: the first migration makes version 2 out of version 1, and so on.
 *  There is one for each version since; a migration never changes once snapshots went through it. */
export const migrations: readonly Migration[] = [];

/** The document in a snapshot that was written under `version` of the schema. A version that this Radif does not know, or
 *  content that the schema does not allow, is a problem that says so. */
export function readSnapshot(json: unknown, version: number): Checked<Node> {
  const migrated = migrate(json, version, migrations);
  if (!migrated.ok) return migrated;
  try {
    const doc = Node.fromJSON(schema, migrated.value);
    if (doc.type !== schema.topNodeType) throw new RangeError(`Expected a document, found a ${doc.type.name}`);
    doc.check();
    return { ok: true, value: doc };
  } catch (error) {
    return refused('snapshot.schema', `The snapshot does not keep the schema: ${reason(error)}`, {});
  }
}

/** `json`, written under `version`, after all `steps` from there on. The version that they lead to is one more than there
 *  are steps. */
export function migrate(json: unknown, version: number, steps: readonly Migration[]): Checked<unknown> {
  const current = steps.length + 1;
  if (!Number.isInteger(version) || version < 1 || version > current) {
    const message = `The snapshot has schema version ${version}, and this Radif reads 1 to ${current}. Update Radif to open it.`;
    return refused('snapshot.version', message, { version, current });
  }
  try {
    return { ok: true, value: steps.slice(version - 1).reduce((doc, step) => step(doc), json) };
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

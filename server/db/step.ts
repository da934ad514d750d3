import { isSame } from '../../shared/wire/mark.ts';
import type { Mark, SentStep } from '../../shared/wire/step.ts';
import { inBatches } from './batch.ts';
import type { Reader, Writer } from './database.ts';

/** Steps that one answer carries; who is further behind asks again. */
export const STEPS_AT_ONCE = 1000;

export interface NewSteps {
  readonly document: string;
  /** The version that the first step applies to. */
  readonly base: number;
  readonly client: string;
  readonly person: string;
  readonly at: number;
  /** The version of the schema that they are written in. */
  readonly schema: number;
  /** The JSON of each, and the mark of the version that it makes. */
  readonly steps: readonly { readonly json: string; readonly mark: string }[];
}

export async function insertSteps(
  trx: Writer,
  { document, base, steps, schema, client, person, at }: NewSteps,
): Promise<void> {
  const rows = steps.map(({ json, mark }, index) => ({
    document_id: document,
    version: base + index + 1,
    client,
    person,
    at,
    schema_version: schema,
    step: json,
    mark,
  }));
  await inBatches(rows, 500, (batch) => trx.insertInto('step').values(batch).execute());
}

/** A step as the log has it. */
export interface LoggedStep {
  readonly version: number;
  readonly client: string;
  readonly schema: number;
  readonly mark: Mark;
  /** JSON. */
  readonly step: string;
}

/** The log after a version, in order, at most `limit` steps. */
export async function logAfter(
  reader: Reader,
  document: string,
  version: number,
  limit = STEPS_AT_ONCE,
): Promise<readonly LoggedStep[]> {
  const rows = await reader
    .selectFrom('step')
    .select(['version', 'client', 'schema_version', 'step', 'mark'])
    .where('document_id', '=', document)
    .where('version', '>', version)
    .orderBy('version')
    .limit(limit)
    .execute();
  return rows.map(({ schema_version, ...row }) => ({ ...row, schema: schema_version }));
}

/** The steps after a version, in order, at most `limit`. */
export async function stepsAfter(
  reader: Reader,
  document: string,
  version: number,
  limit = STEPS_AT_ONCE,
): Promise<readonly SentStep[]> {
  return (await logAfter(reader, document, version, limit)).map(sent);
}

/** The same after a version that is known by its mark, and that mark; `null` where the document has no such version. All is read
 *  at one moment. */
export async function stepsFrom(
  reader: Reader,
  document: string,
  { version, mark }: { readonly version: number; readonly mark?: Mark | undefined },
): Promise<{ readonly after: Mark; readonly steps: readonly SentStep[] } | null> {
  // A new document is the same in every history of it.
  if (version === 0) {
    return isSame(mark, document) ? { after: document, steps: await stepsAfter(reader, document, 0) } : null;
  }
  const [last, ...after] = await logAfter(reader, document, version - 1, STEPS_AT_ONCE + 1);
  if (last?.version !== version || !isSame(mark, last.mark)) return null;
  return { after: last.mark, steps: after.map(sent) };
}

function sent({ client, schema, mark, step }: LoggedStep): SentStep {
  return { client, schema, mark, step: JSON.parse(step) as unknown };
}

/** How many of the steps that lead to a version are whose. */
export async function changesByPerson(
  reader: Reader,
  document: string,
  version: number,
): Promise<readonly { readonly person: string; readonly changes: number }[]> {
  const rows = await reader
    .selectFrom('step')
    .select((from) => ['person', from.fn.countAll<number>().as('changes')])
    .where('document_id', '=', document)
    .where('version', '<=', version)
    .groupBy('person')
    .orderBy('person')
    .execute();
  return rows.map(({ person, changes }) => ({ person, changes: Number(changes) }));
}

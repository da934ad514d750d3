import type { SentStep } from '../../shared/wire/step.ts';
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
  readonly steps: readonly string[];
}

export async function insertSteps(
  trx: Writer,
  { document, base, steps, schema, client, person, at }: NewSteps,
): Promise<void> {
  const rows = steps.map((step, index) => ({
    document_id: document,
    version: base + index + 1,
    client,
    person,
    at,
    schema_version: schema,
    step,
  }));
  await inBatches(rows, 500, (batch) => trx.insertInto('step').values(batch).execute());
}

/** The steps after a version, in order, at most `limit`. */
export async function stepsAfter(
  reader: Reader,
  document: string,
  version: number,
  limit = STEPS_AT_ONCE,
): Promise<readonly SentStep[]> {
  const rows = await reader
    .selectFrom('step')
    .select(['client', 'schema_version', 'step'])
    .where('document_id', '=', document)
    .where('version', '>', version)
    .orderBy('version')
    .limit(limit)
    .execute();
  return rows.map(({ client, schema_version, step }) => ({
    client,
    schema: schema_version,
    step: JSON.parse(step) as unknown,
  }));
}

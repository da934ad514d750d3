import { z } from 'zod';

/**
 * A backup is one gzip file of lines of JSON: the head, then for each table its name and its rows, then the foot with how many
 * lines came before it and their SHA-256. It knows nothing of an engine: what SQLite wrote, PostgreSQL restores. Bytes are
 * `{"base64": "…"}`.
 */
export const head = z.object({
  radif: z.literal('backup'),
  format: z.literal(1),
  /** When the backup was begun, in milliseconds since 1970. */
  at: z.int(),
  /** Of the program. */
  version: z.string(),
  /** The last migration of the tables that it was made of. */
  migration: z.string(),
});
export type Head = z.infer<typeof head>;

export const foot = z.object({ lines: z.int(), sha256: z.string() });

const bytes = z.object({ base64: z.string() });
const cell = z.union([z.null(), z.string(), z.number(), bytes]);
/** A line between the head and the foot: a table begins, or a row of it. */
export const line = z.union([z.object({ table: z.string() }), z.object({ row: z.record(z.string(), cell) })]);

/** A value of a row as a line holds it. */
export function written(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return { base64: Buffer.from(value).toString('base64') };
  if (value instanceof Uint8Array)
    return { base64: Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64') };
  return value;
}

/** The value that was written. */
export function read(value: unknown): unknown {
  const { success, data } = bytes.safeParse(value);
  return success ? Buffer.from(data.base64, 'base64') : value;
}

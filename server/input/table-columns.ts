import { z } from 'zod';
import { columnNames } from '../../shared/core/table-columns.ts';

/** How a table is read, as it comes from outside. */
export const tableColumns = z.strictObject({
  places: z.partialRecord(z.enum(columnNames), z.int().min(0).max(10_000)),
  header: z.boolean().optional(),
});

/** A field of a form that holds JSON. */
export function jsonField<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text, at) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        at.addIssue({ code: 'custom', message: 'it should be JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

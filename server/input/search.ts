import { z } from 'zod';
import { statuses } from '../../shared/core/status.ts';
import { queryKinds } from '../../shared/language/words/query.ts';
import { id } from './fields.ts';

const offset = z.int().min(0);
const query = z.object({
  text: z.string().max(1000),
  kind: z.enum(queryKinds),
  isInflected: z.boolean(),
  isWhole: z.boolean(),
  isCased: z.boolean(),
});

/** Where and what is sought in the texts of a project. */
export const search = z.object({
  project: id,
  document: id.nullable(),
  /** Rows, counted from 0, half-open. */
  rows: z.object({ from: offset, to: offset }).nullable(),
  states: z.array(z.enum(statuses)).max(statuses.length).readonly().nullable(),
  fa: query.nullable(),
  en: query.nullable(),
  either: query.nullable(),
});

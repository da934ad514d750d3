import { z } from 'zod';
import { uses } from '../../shared/names/entity/entity.ts';
import { text } from './fields.ts';

/** A name of an entity. */
export const name = z.string().trim().max(300);

const otherNames = z
  .array(z.object({ name: name.min(1), use: z.enum(uses).nullable() }))
  .max(200)
  .readonly();

/** What an entity says. */
export const record = z.object({
  label: z.string().min(1).max(24),
  fa: name,
  en: name,
  faOther: otherNames,
  enOther: otherNames,
  wikidata: z.string().trim().max(20).nullable(),
  note: text.max(4000),
});

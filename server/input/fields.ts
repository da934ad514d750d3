import { z } from 'zod';
import { isBlank } from '../../shared/language/characters/blank.ts';

const unkept = 'a control character or half a character is in it';

/** One line of characters that every database can keep. */
const oneLine = z.string().regex(/^[^\p{Cc}\p{Cs}]*$/u, unkept);

/** The id of a project, document or segment. */
export const id = oneLine.min(1).max(64);

/** The number of a step, counted from 0 for a document as it was imported. */
export const version = z.int().min(0).max(2_147_483_647);

/** The mark of a version; nothing for one that has none. */
export const mark = oneLine.max(64).nullish();

/** What people write, in lines: characters that every database can keep. */
export const text = z.string().refine((value) => !/(?![\n\r\t])[\p{Cc}\p{Cs}]/u.test(value), unkept);

/** A name that people read: not a text, and something of it can be seen. */
export const name = oneLine
  .trim()
  .min(1)
  .max(200)
  .refine((value) => !isBlank(value), 'there is nothing in it that can be read');

import { z } from 'zod';

/** One line of characters that every database can keep. */
const oneLine = z.string().regex(/^[^\p{Cc}\p{Cs}]*$/u, 'a control character or half a character is in it');

/** The id of a project, document or segment. */
export const id = oneLine.min(1).max(64);

/** The number of a step, counted from 0 for a document as it was imported. */
export const version = z.int().min(0).max(2_147_483_647);

/** The mark of a version; nothing for one that has none. */
export const mark = oneLine.max(64).nullish();

/** A name that people read: not empty, not a text. */
export const name = oneLine.trim().min(1).max(200);

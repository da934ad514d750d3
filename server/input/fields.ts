import { z } from 'zod';
import { isBlank } from '../../shared/language/characters/blank.ts';
import { turns } from '../../shared/language/characters/turned.ts';

const unkept = {
  message: 'a control character or half a character is in it',
  params: { rule: 'input-unkept' },
};

/** One line of characters that every database can keep. */
const oneLine = z.string().refine((value) => !/[\p{Cc}\p{Cs}]/u.test(value), unkept);

/** The id of a project, document or segment. */
export const id = oneLine.min(1).max(64);

/** The number of a step, counted from 0 for a document as it was imported. */
export const version = z.int().min(0).max(2_147_483_647);

/** The mark of a version; nothing for one that has none. */
export const mark = oneLine.max(64).nullish();

/** What people write, in lines: characters that every database can keep. */
export const text = z.string().refine((value) => !/(?![\n\r\t])[\p{Cc}\p{Cs}]/u.test(value), unkept);

/** What a name is refined by, so that it reads in no other order than it is written. */
export const unturned = [
  (value: string) => !turns(value),
  {
    message: 'an invisible mark that turns the letters around is in it',
    params: { rule: 'input-turned' },
  },
] as const;

/** A name that people read: not a text, something of it can be seen, and it reads in no other order than it is written. */
export const name = oneLine
  .trim()
  .min(1)
  .max(200)
  .refine((value) => !isBlank(value), {
    message: 'there is nothing in it that can be read',
    params: { rule: 'input-blank' },
  })
  .refine(...unturned);

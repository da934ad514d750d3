import { z } from 'zod';

/** The id of a project, document or segment. */
export const id = z.string().min(1).max(64);

/** The number of a step, counted from 0 for a document as it was imported. */
export const version = z.int().min(0);

/** A name that people read: not empty, not a text. */
export const name = z.string().trim().min(1).max(200);

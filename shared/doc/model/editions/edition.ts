import type { Schema } from 'prosemirror-model';

/** Rewrites the JSON of a document of one schema version into that of the next. */
export type Migration = (doc: unknown) => unknown;

/** A version of the schema that was: what steps of that time are replayed in, and what leads from it to the next. Neither
 *  ever changes once documents went through it. */
export interface PastEdition {
  readonly schema: Schema;
  readonly migrate: Migration;
}

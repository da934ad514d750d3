import type { Problem } from '../core/problem.ts';
import type { EntityRecord } from '../names/entity/entity.ts';
import type { Purpose } from './purpose.ts';
import type { Mark, OtherHistory, SentStep } from './step.ts';

/** Steps that a client adds to a document, all or none. */
export interface Push {
  readonly document: string;
  /** The version that the first step applies to. */
  readonly base: number;
  /** The mark of that version; without one the number is believed. */
  readonly mark?: Mark | undefined;
  readonly client: string;
  /** The version of the schema that the steps are written in. */
  readonly schema: number;
  /** True for a sender that takes its own steps back as the server has put them behind those of others. */
  readonly isMovable?: boolean | undefined;
  /** Of a movable push: the places in `steps` of typing that goes on right behind what its author had typed, and that stays
   *  there. */
  readonly continued?: readonly number[] | undefined;
  /** JSON of steps. */
  readonly steps: readonly unknown[];
  /** What all of them are for; left out of work at the text. */
  readonly purpose?: Purpose | undefined;
  /** Entities that somebody has begun and that its mentions mean: they come with them, so that none means what is not there. */
  readonly entities?: readonly BegunEntity[] | undefined;
}

/** An entity under an id that its first mention has. */
export interface BegunEntity {
  readonly id: string;
  readonly record: EntityRecord;
}

/**
 * What becomes of a push.
 * - `ok`: on disk; `version` is that of its last step; `isRegistryChanged` tells that entities came or got names with it.
 *   `steps` is there where others came first and the push is movable: all after `base`, in the end those of the push as they
 *   stand behind the others
 * - `stale`: others came first, or this push came before: the steps after `base`, of many the first ones. The sender
 *   rebases and pushes again
 * - `reload`: the document is written in version `schema` by now, which the sender does not speak. It keeps its steps and
 *   loads the program anew
 * - `history`: the version that the steps apply to is none of this history
 * - `refused`: the steps break a law, a limit or the schema
 * - `storage`: the disk is full or the database away; the same push may be taken later
 */
export type PushAnswer =
  | {
      readonly ok: true;
      readonly version: number;
      readonly mark: Mark;
      readonly isRegistryChanged?: true;
      readonly steps?: readonly SentStep[];
    }
  | { readonly ok: false; readonly reason: 'stale'; readonly steps: readonly SentStep[] }
  | OtherHistory
  | { readonly ok: false; readonly reason: 'reload'; readonly schema: number }
  | { readonly ok: false; readonly reason: 'refused' | 'storage'; readonly problems: readonly Problem[] };

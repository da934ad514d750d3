import type { PurposeKind } from './purpose.ts';

/** What a history entry tells: work at the text, how the document came in, or what its changes were for. */
export type EntryKind = 'work' | 'import' | 'copy' | PurposeKind;

/** What more there is to say of an entry. */
export interface EntryAbout {
  /** The number of the entry, and the name if it had one, that was brought back. Of a copy the name is the title of what it was
   *  made of. */
  readonly number?: number | undefined;
  /** The version that was brought back; of older entries, the one that the entry of that number ends in. */
  readonly version?: number | undefined;
  readonly name?: string | undefined;
  /** Entities by name; the old one first. */
  readonly names?: readonly string[] | undefined;
  /** How many names or links were accepted or marked. */
  readonly count?: number | undefined;
}

/** An entry of the history of a document: work by one person without a pause, or one deed. It leads from version `from` to
 *  version `to`; the import leads from -1 to 0. Times are milliseconds since 1970. */
export interface HistoryEntry {
  /** Counts the entries of the document; the import is 0. People see the number of a version instead, as files tell it. */
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly kind: EntryKind;
  /** Empty where it is not known. */
  readonly person: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** How many segments it changed; `null` where an older Radif did not count them. */
  readonly segments: number | null;
  readonly about: EntryAbout;
}

/** A version that somebody named, which keeps it for good. */
export interface NamedVersion {
  readonly version: number;
  readonly name: string;
  readonly person: string;
  readonly at: number;
}

/** A page of the history of a document, newest first. */
export interface VersionPage {
  readonly entries: readonly HistoryEntry[];
  readonly named: readonly NamedVersion[];
}

/** A version of a document: the entry that it ends, or stands in, and the names that it has. */
export interface VersionPlace {
  readonly entry: HistoryEntry;
  readonly names: readonly string[];
}

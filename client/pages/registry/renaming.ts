import type { EntityRecord } from '../../../shared/names/entity/entity.ts';
import { renderingKey } from '../../../shared/names/entity/rendered-name.ts';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import type { Answers } from '../../platform/server.ts';

/** The places of one document that a new name would change. */
export type RenamedDocument = Answers['entity']['renamePlaces'][number];
export type RenamedPlace = RenamedDocument['places'][number];

/** A renaming that was done, with what takes it back, and what has been taken back of it. */
export interface Renaming {
  /** The job that did it, which takes all of it back. */
  readonly job: string;
  readonly documents: readonly RenamedIn[];
  /** Whether the record says again what it said, or stays since somebody else has changed it. */
  readonly record?: 'back' | 'stays';
}

/** What it did to one document. */
export interface RenamedIn {
  readonly document: string;
  readonly title: string;
  readonly change: DocumentChange | null;
  /** Places that have the new name, and those that read otherwise by then. */
  readonly written: number;
  readonly left: number;
  readonly reverted?: Answers['timeline']['revert'];
}

export function placeKey(document: string, { mention }: Pick<RenamedPlace, 'mention'>): string {
  return `${document} ${mention}`;
}

/** `record` with `old` among its other English names, as a historical one, so that texts which still have it are known by
 *  it; unchanged where it has that name anyway. */
export function withOldName(record: EntityRecord, old: string): EntityRecord {
  if (!isLosing(record, old)) return record;
  return { ...record, enOther: [...record.enOther, { name: old, use: 'historical' }] };
}

/** True when no English name of `record` reads as `old`, whatever the case and the spacing. */
export function isLosing({ en, enOther }: EntityRecord, old: string): boolean {
  const key = renderingKey(old);
  return key !== '' && [en, ...enOther.map(({ name }) => name)].every((name) => renderingKey(name) !== key);
}

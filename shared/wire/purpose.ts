/** What a change of a document may be for, where that is more than work at its text. */
export const purposeKinds = [
  'restore',
  'accept',
  'mark',
  'rename',
  'merge',
  'split',
  'remove',
  'link',
  'english',
  'propagate',
  'pretranslate',
  'review',
  'replace',
  'revert',
] as const;
export type PurposeKind = (typeof purposeKinds)[number];

/** The name under which a transaction of an editor carries its purpose. */
export const PURPOSE = 'purpose';

/** Tells what steps are for. Those with the same `deed` are one entry of the history, in however many pushes they come. */
export interface Purpose {
  readonly kind: PurposeKind;
  /** An id that whoever does it makes anew each time. */
  readonly deed: string;
  /** Of `restore`: the version that is brought back. */
  readonly version?: number | undefined;
  /** Of what is about entities: their names, where one takes the place of another the old one first. Of `replace`: what was sought, and
   *  what was written. */
  readonly names?: readonly string[] | undefined;
  /** How many names or links it accepts or marks. */
  readonly count?: number | undefined;
}

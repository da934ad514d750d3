/** The two languages of a document: `fa` is the source, `en` the rendering. */
export type Side = 'fa' | 'en';

/** What an other name is for. A forbidden one is still known, so that it can be found and told. */
export const uses = ['first mention', 'short form', 'historical', 'forbidden'] as const;
export type Use = (typeof uses)[number];

/** A name beside the preferred one; `use` is `null` for a mere variant. */
export interface OtherName {
  readonly name: string;
  readonly use: Use | null;
}

/** What an entity says, whoever keeps it: `''` is a preferred name that is not known yet; one of the two is. */
export interface EntityRecord {
  /** Id of its label. */
  readonly label: string;
  /** The preferred names. */
  readonly fa: string;
  readonly en: string;
  readonly faOther: readonly OtherName[];
  readonly enOther: readonly OtherName[];
  /** `Q159`, or `null`. */
  readonly wikidata: string | null;
  readonly note: string;
}

/** A record of the registry. */
export interface Entity extends EntityRecord {
  readonly id: string;
}

/** One name of an entity, in one language. */
export interface EntityName {
  readonly entity: Entity;
  readonly name: string;
  readonly use: Use | 'preferred' | null;
}

/** All names of `entity` on one side, the preferred one first. */
export function namesOf(entity: Entity, side: Side): readonly EntityName[] {
  const preferred = entity[side];
  const others = side === 'fa' ? entity.faOther : entity.enOther;
  return [
    ...(preferred === '' ? [] : [{ entity, name: preferred, use: 'preferred' } as const]),
    ...others.map(({ name, use }) => ({ entity, name, use })),
  ];
}

/** How a list calls `entity`: its English name, or the Persian one where there is none yet. */
export function titleOf({ en, fa }: EntityRecord): string {
  return en === '' ? fa : en;
}

/** True for the id of a Wikidata item, as `Q159`. */
export function isWikidataId(text: string): boolean {
  return /^Q[1-9][0-9]{0,11}$/.test(text);
}

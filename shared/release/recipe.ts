import type { Label } from '../core/label.ts';
import type { Status } from '../core/status.ts';
import type { EnglishTag, Format, PersianTag } from '../formats/corpus/row.ts';
import type { Split } from './splits.ts';
import type { ReleaseStatistics } from './statistics.ts';

/** Bounds of a length in words, both included; `null` for none. */
export interface Band {
  readonly from: number | null;
  readonly to: number | null;
}

/** Which segments a release takes. */
export interface ReleaseFilters {
  readonly states: readonly Status[];
  /** Only segments in which the checks find nothing that nobody has answered. */
  readonly clean: boolean;
  /** Only rows that have both texts and do not wait for somebody to look at how they were aligned. */
  readonly aligned: boolean;
  /** Only segments in which a name is marked. */
  readonly annotated: boolean;
  /** English that a machine made: with it, without it, or nothing else. */
  readonly machine: 'with' | 'without' | 'only';
  /** Words of the Persian, and of the English. */
  readonly fa: Band;
  readonly en: Band;
}

/** Which texts of segments are compared for near-duplicates, of which the first one is kept. */
export const duplicateChoices = ['keep', 'persian', 'both'] as const;
export type DuplicateChoice = (typeof duplicateChoices)[number];

/** How the documents are divided; shares are parts of 100. */
export type Shares = Readonly<Record<Split, number>>;

/** A document of a release, at one version for good. */
export interface ReleasedDocument {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  /** Names that version among all histories; `null` for one from before there were marks. */
  readonly mark: string | null;
  /** `null` where the release is not divided. */
  readonly split: Split | null;
}

/** Somebody who changed the released documents, by pseudonym, and how many changes they made. */
export interface Contributor {
  readonly name: string;
  readonly changes: number;
}

/** What of an earlier release the changelog tells about. */
export interface EarlierRelease {
  readonly id: string;
  readonly name: string;
  readonly documents: readonly ReleasedDocument[];
  readonly statistics: ReleaseStatistics;
}

/** All that a release is made of, besides the versions of its documents, which never change: what else could change is written down
 *  here. From one recipe the same bytes are made at any time. */
export interface ReleaseRecipe {
  readonly id: string;
  readonly name: string;
  readonly project: { readonly id: string; readonly name: string };
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The version of Radif. */
  readonly tool: string;
  /** In the order in which their segments are written. */
  readonly documents: readonly ReleasedDocument[];
  readonly filters: ReleaseFilters;
  readonly duplicates: DuplicateChoice;
  readonly seed: string;
  readonly splits: Shares | null;
  readonly formats: readonly Format[];
  readonly fa: PersianTag;
  readonly en: EnglishTag;
  /** As the card tells it: an identifier of SPDX, or words. */
  readonly licence: string;
  readonly labels: readonly Pick<Label, 'id' | 'fa' | 'en'>[];
  readonly contributors: readonly Contributor[];
  /** The revision of each entity that was in the registry and is named. */
  readonly entities: Readonly<Record<string, number>>;
  /** The segments that the checks find something in, by document; empty where nobody asked. */
  readonly findings: Readonly<Record<string, readonly string[]>>;
  readonly previous: EarlierRelease | null;
}

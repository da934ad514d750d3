import type { ExportReport, Format, Side } from '../formats/corpus/row.ts';
import type { ReleaseRecipe } from './recipe.ts';
import type { Exclusion } from './selection.ts';
import type { Split } from './splits.ts';
import type { ReleaseStatistics } from './statistics.ts';

/** The name of the file that tells what a release holds. */
export const MANIFEST = 'manifest.json';
export const CARD = 'README.md';
export const CHANGELOG = 'CHANGELOG.md';

/** A file of a release. */
export interface ReleasedFile {
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** How an export in one format came out, its files apart. */
export interface ReleasedExport {
  readonly format: Format;
  /** Of a format of one side. */
  readonly side: Side | null;
  readonly split: Split | null;
  /** Segments. */
  readonly written: number;
  readonly leftOut: ExportReport['leftOut'];
  readonly changed: ExportReport['changed'];
  readonly lost: ExportReport['lost'];
}

/** What a release holds, in numbers. */
export interface ReleaseContents {
  /** In the order of the archive, the manifest apart. */
  readonly files: readonly ReleasedFile[];
  readonly exports: readonly ReleasedExport[];
  readonly statistics: ReleaseStatistics;
  /** By split, where it is divided. */
  readonly splits: Readonly<Partial<Record<Split, ReleaseStatistics>>>;
  /** Segments that are not in it, by reason. */
  readonly excluded: Readonly<Partial<Record<Exclusion, number>>>;
}

/** Everything about a release: what it was made of, from which it can be made again, and what came out. */
export interface ReleaseManifest extends ReleaseContents {
  readonly radif: 'release';
  readonly edition: 1;
  readonly recipe: ReleaseRecipe;
}

/** The text of a manifest; the same manifest is the same text. */
export function manifestText(manifest: ReleaseManifest): string {
  const { radif, edition, recipe, statistics, splits, excluded, exports, files } = manifest;
  return `${JSON.stringify({ radif, edition, recipe, statistics, splits, excluded, exports, files }, null, 2)}\n`;
}

/** Where a file of an export stands in the archive: in a folder of its format, named by its split, and its side where the format has
 *  one. `ending` tells several files of one format apart. */
export function dataPath(format: Format, split: Split | null, side: Side | null, ending: string): string {
  return `data/${format}/${[split ?? 'all', side, ending].filter((part) => part !== null).join('.')}`;
}

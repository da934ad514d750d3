import type { ReleaseManifest } from '../../shared/release/manifest.ts';
import type { Context } from '../context.ts';
import { deleteName } from '../db/named-version.ts';
import { projectById } from '../db/project.ts';
import {
  deletePieces,
  deleteRelease,
  type ListedRelease,
  pieceOf,
  type ReleaseRow,
  releaseById,
  releasesOf,
} from '../db/release.ts';
import { UnknownRecord } from '../db/unknown.ts';
import type { ReleaseSummary } from './summary.ts';

/** A release in a list. */
export interface ReleaseView extends ReleaseSummary {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Bytes of the archive and their SHA-256. */
  readonly size: number;
  readonly sha256: string;
}

/** The releases of a project, newest first. */
export async function listReleases(
  { store: { db } }: Context,
  { project }: { readonly project: string },
): Promise<readonly ReleaseView[]> {
  if (!(await projectById(db, project))) throw new UnknownRecord('project', project);
  return (await releasesOf(db, project)).map(viewOf);
}

/** All that people are told of one release. */
export interface OpenedRelease extends ReleaseView {
  readonly manifest: Omit<ReleaseManifest, 'recipe'> & {
    readonly recipe: Omit<ReleaseManifest['recipe'], 'entities' | 'findings' | 'previous'>;
  };
  /** The name of the release that its changelog compares it with. */
  readonly previous: string | null;
}

export async function openRelease(ctx: Context, { id }: { readonly id: string }): Promise<OpenedRelease> {
  const row = await storedRelease(ctx, id);
  const { recipe, ...manifest } = manifestOf(row);
  const { entities: _, findings: __, previous, ...told } = recipe;
  return { ...viewOf(row), manifest: { ...manifest, recipe: told }, previous: previous?.name ?? null };
}

/** A release as it stands in the database. Throws `UnknownRecord` where there is none. */
export async function storedRelease({ store }: Context, id: string): Promise<ReleaseRow> {
  const row = await releaseById(store.db, id);
  if (!row) throw new UnknownRecord('release', id);
  return row;
}

export function manifestOf({ manifest }: Pick<ReleaseRow, 'manifest'>): ReleaseManifest {
  return JSON.parse(manifest) as ReleaseManifest;
}

/** The bytes of its archive, read piece by piece as they are wanted. */
export async function* archiveBytes(
  { store }: Context,
  { archive }: Pick<ReleaseRow, 'archive'>,
): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const piece = await pieceOf(store.db, archive, number);
    if (!piece) return;
    yield piece;
  }
}

/** Removes a release with its archive, and its name from the versions of the documents. Who has the archive can make it again from the
 *  manifest. */
export async function removeRelease(ctx: Context, { id }: { readonly id: string }): Promise<void> {
  const row = await storedRelease(ctx, id);
  const { recipe } = manifestOf(row);
  await ctx.store.transaction(async (trx) => {
    if (!(await deleteRelease(trx, id))) throw new UnknownRecord('release', id);
    await deletePieces(trx, row.archive);
    for (const { id: document, version } of recipe.documents) await deleteName(trx, document, version, recipe.name);
  });
}

function viewOf(row: ListedRelease): ReleaseView {
  const { id, name, at, size, sha256 } = row;
  return { id, name, at, size, sha256, ...(JSON.parse(row.summary) as ReleaseSummary) };
}

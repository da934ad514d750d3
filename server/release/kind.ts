import { createHash } from 'node:crypto';
import { latestVersion } from '../../shared/doc/model/migrations.ts';
import { manifestText, type ReleaseManifest } from '../../shared/release/manifest.ts';
import { documentSnapshot } from '../commands/document/snapshot.ts';
import type { Context } from '../context.ts';
import { openJobIds } from '../db/job.ts';
import { insertName } from '../db/named-version.ts';
import { deletePieces, insertPiece, insertRelease, unreleasedArchives } from '../db/release.ts';
import { UnknownRecord } from '../db/unknown.ts';
import { type JobKind, type JobKinds, PartRefused } from '../jobs/kind.ts';
import { inBlocks, TooLarge } from './archive.ts';
import { type ReleaseInput, takenName } from './begin.ts';
import { makeRelease } from './make.ts';
import { sourcesOfToday } from './sources.ts';
import { summaryOf } from './summary.ts';

/** Bytes of a piece as the database keeps it: each is written in a transaction of its own, which is short. */
const PIECE = 524_288;

/**
 * Makes a release. Its archive goes into the database piece by piece while it is made, so that no long transaction keeps those from
 * writing who edit; the pieces are nobody's until the release is written down. Those of an attempt that was killed go
 * when the next release is made.
 */
const releaseJob: JobKind = {
  async part(ctx, { job, input, person, signal, progress }) {
    const { recipe, people } = input as ReleaseInput;
    await sweep(ctx);
    const archive = `${job} ${ctx.newId()}`;
    try {
      const made = makeRelease(ctx, recipe, sourcesOfToday(ctx, recipe), { signal, progress });
      const hash = createHash('sha256');
      let [size, number] = [0, 0];
      for await (const piece of inBlocks(made.bytes, PIECE)) {
        hash.update(piece);
        size += piece.length;
        const at = number;
        await ctx.store.transaction((trx) => insertPiece(trx, archive, at, piece));
        number += 1;
        signal.throwIfAborted();
      }
      const manifest = made.manifest();
      if (manifest.statistics.segments === 0) throw new PartRefused([nothing(manifest)]);
      await keepVersions(ctx, manifest);
      const row = {
        id: job,
        project_id: recipe.project.id,
        name: recipe.name,
        person,
        at: recipe.at,
        summary: JSON.stringify(summaryOf(manifest)),
        manifest: manifestText(manifest),
        people: JSON.stringify(people),
        archive,
        size,
        sha256: hash.digest('hex'),
      };
      return {
        ok: true,
        value: async (trx) => {
          if (!(await insertRelease(trx, row))) throw new PartRefused([takenName(recipe.name)]);
          for (const { id, version } of recipe.documents) {
            await insertName(trx, { document_id: id, version, name: recipe.name, person, at: recipe.at });
          }
          return { release: job };
        },
      };
    } catch (error) {
      await ctx.store.transaction((trx) => deletePieces(trx, archive));
      if (error instanceof PartRefused) return { ok: false, problems: error.problems };
      if (error instanceof TooLarge) return { ok: false, problems: [tooLarge(error.path)] };
      if (error instanceof UnknownRecord) return { ok: false, problems: [gone(error.id)] };
      throw error;
    }
  },
};

/** The jobs of releases: a lane of their own, as one may take minutes. */
export const releaseJobs: JobKinds = { release: releaseJob };

/** Removes the archives of jobs that have ended without a release. An archive is named by its job and by the attempt: of two servers
 *  that both think that a job is theirs, neither touches what the other writes. */
async function sweep({ store }: Context): Promise<void> {
  const working = new Set(await openJobIds(store.db));
  for (const archive of await unreleasedArchives(store.db)) {
    if (!working.has(archive.split(' ', 1)[0] ?? '')) await store.transaction((trx) => deletePieces(trx, archive));
  }
}

/** Named versions are kept with a snapshot. */
async function keepVersions(ctx: Context, { recipe }: ReleaseManifest): Promise<void> {
  const schema = latestVersion(ctx.timeline.editions);
  for (const { id, version } of recipe.documents) await documentSnapshot(ctx, { document: id, version, schema });
}

function nothing({ excluded }: ReleaseManifest) {
  const count = Object.values(excluded).reduce((sum, left) => sum + left, 0);
  return {
    rule: 'release.nothing',
    message: `The release would hold nothing: none of ${count} segments is in a chosen state and passes the filters. Choose more states, or filter less.`,
    values: { count },
  };
}

function tooLarge(path: string) {
  return {
    rule: 'release.too-large',
    message: `${path} would be larger than 4 GB, which a ZIP archive cannot hold. Release fewer documents at once, or fewer formats.`,
    values: { path },
  };
}

function gone(id: string) {
  return {
    rule: 'release.gone',
    message: `A document or version of the release is there no more (${id}). Make the release again.`,
    values: { id },
  };
}

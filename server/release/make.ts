import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { statuses } from '../../shared/core/status.ts';
import { type Format, oneSidedFormats, type Side } from '../../shared/formats/corpus/row.ts';
import { type CorpusExport, exportCorpus } from '../../shared/formats/export.ts';
import { datasetCard } from '../../shared/release/card.ts';
import { changelog } from '../../shared/release/changelog.ts';
import {
  CARD,
  CHANGELOG,
  dataPath,
  MANIFEST,
  manifestText,
  type ReleasedExport,
  type ReleaseManifest,
} from '../../shared/release/manifest.ts';
import type { ReleaseRecipe } from '../../shared/release/recipe.ts';
import type { Split } from '../../shared/release/splits.ts';
import type { Context } from '../context.ts';
import { exportBytes } from '../export/bytes.ts';
import { orFull, temporaryFolder } from '../temporary/folder.ts';
import { hashedArchive } from './archive.ts';
import type { ReleaseSources } from './sources.ts';
import { spoolRows } from './spool.ts';

/** Who waits for a release. */
export interface Making {
  readonly signal: AbortSignal;
  /** 0…1. */
  progress(share: number): void;
}

/** A release on its way. */
export interface MadeRelease {
  /** Its archive, to be read once. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Complete when `bytes` has ended. */
  manifest(): ReleaseManifest;
}

/** How much of the work it is to read the documents. */
const READING = 0.4;

/** Makes the archive of a release: its data, the changelog, the card and the manifest. Nothing in it depends on when or where it is
 *  made, but for what `sources` give. Files wait in a folder that goes with the last byte, or with who no longer reads. */
export function makeRelease(ctx: Context, recipe: ReleaseRecipe, sources: ReleaseSources, making: Making): MadeRelease {
  let manifest: ReleaseManifest | null = null;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const folder = await temporaryFolder('release');
    try {
      const reading = { signal: making.signal, progress: (share: number) => making.progress(READING * share) };
      const spool = await spoolRows(ctx, recipe, sources, folder.path, reading);
      const archive = hashedArchive();
      const exports: ReleasedExport[] = [];
      const planned = plan(recipe, spool.parts);
      for (const [index, { format, side, split }] of planned.entries()) {
        const { fa, en } = recipe;
        const options = { format, states: [...statuses], fa, en, ...(side && { side }) };
        const corpus = exportCorpus(spool.rows(split), options);
        const paths = corpus.files.map(({ ending }) => dataPath(format, split, side, ending));
        yield* addExport(archive, corpus, paths, folder.path, making.signal);
        const { written, leftOut, changed, lost } = corpus.report();
        exports.push({ format, side, split, written, leftOut, changed, lost });
        making.progress(READING + ((1 - READING) * (index + 1)) / planned.length);
      }
      const { statistics, splits, excluded } = spool;
      const contents = { statistics, splits, excluded, files: archive.files };
      const whole = { ...recipe, entities: sources.used.entities(), findings: sources.used.findings() };
      yield* archive.add(CHANGELOG, text(changelog(recipe, statistics)));
      yield* archive.add(CARD, text(datasetCard(recipe, contents)));
      manifest = { radif: 'release', edition: 1, recipe: whole, ...contents, files: [...archive.files], exports };
      yield* archive.add(MANIFEST, text(manifestText(manifest)));
      yield archive.end();
    } catch (error) {
      throw orFull(error);
    } finally {
      await folder.remove();
    }
  }
  return {
    bytes: bytes(),
    manifest() {
      if (manifest === null) throw new Error('The release is not complete yet');
      return manifest;
    },
  };
}

interface Planned {
  readonly format: Format;
  readonly side: Side | null;
  readonly split: Split | null;
}

/** Each format by split; one that has one side, for both. */
function plan({ formats }: ReleaseRecipe, parts: readonly (Split | null)[]): readonly Planned[] {
  return formats.flatMap((format) => {
    const sides: readonly (Side | null)[] = oneSidedFormats.has(format) ? ['fa', 'en'] : [null];
    return sides.flatMap((side) => parts.map((split) => ({ format, side, split })));
  });
}

/** An archive holds its files one after the other, but those of a format are written row by row: all but the first wait on disk. */
async function* addExport(
  archive: ReturnType<typeof hashedArchive>,
  corpus: CorpusExport,
  paths: readonly string[],
  folder: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const waiting = (file: number) => join(folder, `file-${file}`);
  const handles = new Map<number, FileHandle>();
  async function* first() {
    for (const file of paths.keys()) if (file > 0) handles.set(file, await open(waiting(file), 'w'));
    for await (const { file, bytes } of exportBytes(corpus)) {
      signal.throwIfAborted();
      if (file === 0) yield bytes;
      else await handles.get(file)?.appendFile(bytes);
    }
  }
  try {
    const [path = '', ...later] = paths;
    yield* archive.add(path, first());
    for (const [index, each] of later.entries()) {
      yield* archive.add(each, createReadStream(waiting(index + 1)) as AsyncIterable<Buffer>);
    }
  } finally {
    for (const handle of handles.values()) await handle.close();
  }
}

function text(content: string): readonly Uint8Array[] {
  return [Buffer.from(content)];
}

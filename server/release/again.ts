import { createHash } from 'node:crypto';
import type { ReleaseRecipe } from '../../shared/release/recipe.ts';
import type { Context } from '../context.ts';
import { type MadeRelease, type Making, makeRelease } from './make.ts';
import { sourcesOf } from './sources.ts';
import { manifestOf, storedRelease } from './stored.ts';

/** Makes a release once more from its recipe, of the documents as they were: byte for byte what it was made as. Throws `UnknownRecord`
 *  where a document or a version is not there any more. */
export function makeAgain(ctx: Context, recipe: ReleaseRecipe, making: Making): MadeRelease {
  return makeRelease(ctx, recipe, sourcesOf(ctx, recipe), making);
}

/** What came of making a release again. */
export interface Remade {
  /** True where every byte is the same. */
  readonly isSame: boolean;
  /** The files that are not. */
  readonly differing: readonly string[];
}

/** Makes a stored release again and compares it with the one that is kept. */
export async function compareAgain(ctx: Context, { id }: { readonly id: string }): Promise<Remade> {
  const row = await storedRelease(ctx, id);
  const before = manifestOf(row);
  const made = makeAgain(ctx, before.recipe, { signal: new AbortController().signal, progress: () => {} });
  const hash = createHash('sha256');
  for await (const piece of made.bytes) hash.update(piece);
  const known = new Map(before.files.map(({ path, sha256 }) => [path, sha256]));
  const { files } = made.manifest();
  return {
    isSame: hash.digest('hex') === row.sha256,
    differing: files.flatMap(({ path, sha256 }) => (known.get(path) === sha256 ? [] : [path])),
  };
}

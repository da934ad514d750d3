import { type ReleaseDifference, releaseDifference } from '../../shared/release/difference.ts';
import type { Context } from '../context.ts';
import { manifestOf, storedRelease } from './stored.ts';

/** How release `after` differs from release `before`. */
export async function compareReleases(
  ctx: Context,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<ReleaseDifference> {
  const [old, now] = [manifestOf(await storedRelease(ctx, before)), manifestOf(await storedRelease(ctx, after))];
  return releaseDifference(
    { documents: old.recipe.documents, statistics: old.statistics },
    { documents: now.recipe.documents, statistics: now.statistics },
  );
}

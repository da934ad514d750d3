import type { EarlierMention } from '../../../shared/names/suggestion/suggestion.ts';
import type { Context } from '../../context.ts';
import { earlierMentionsOf } from '../../db/mention.ts';

/** What has been marked in the Persian of the other documents of a project, each surface with what it was marked as and how
 *  often. */
export function earlierMentions(
  { store: { db } }: Context,
  { project, except }: { readonly project: string; readonly except: string },
): Promise<readonly EarlierMention[]> {
  return earlierMentionsOf(db, project, except);
}

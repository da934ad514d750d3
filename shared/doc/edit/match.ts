import type { Transform } from 'prosemirror-transform';
import type { MemoryMatch } from '../../core/memory.ts';
import type { Origin, Status } from '../../core/status.ts';
import { asRendering } from '../model/rendering-text.ts';
import { setMentionRendering } from './mention.ts';
import { setRendering } from './rendering.ts';

/** What of a match is put into a segment. */
export type TakenMatch = Pick<MemoryMatch, 'target' | 'names'>;

/** Makes the English of a match the rendering of the segment `id`, and the names in it those of its mentions. Refused as in
 *  `setRendering`; a mention that is gone meanwhile gets nothing. */
export function setMatch(
  tr: Transform,
  id: string,
  { target, names }: TakenMatch,
  standing: { readonly status: Status; readonly origin: Origin },
): boolean {
  const text = asRendering(target);
  if (!setRendering(tr, id, text, standing)) return false;
  // The offsets are those of the match.
  for (const { mention, from, to } of text === target ? names : []) {
    setMentionRendering(tr, mention, { segment: id, from, to });
  }
  return true;
}

import type { Transform } from 'prosemirror-transform';
import type { MemoryMatch } from '../../core/memory.ts';
import { renderingHash } from '../../core/rendering-hash.ts';
import type { Origin, Status } from '../../core/status.ts';
import type { Taken } from '../../core/taken.ts';
import { asRendering } from '../model/rendering-text.ts';
import { LONGEST_NAME } from '../model/schema.ts';
import { setMentionRendering } from './mention.ts';
import { setRendering } from './rendering.ts';

/** What of a match is put into a segment. */
export type TakenMatch = Pick<MemoryMatch, 'target' | 'names'>;

/** How a rendering that is taken stands, and what it is taken from. */
export interface TakenStanding {
  readonly status: Status;
  readonly origin: Origin;
  readonly taken: Omit<Taken, 'print'>;
}

/** What a match is taken from, now. */
export function takenFrom({ score, origin: { name, title } }: Pick<MemoryMatch, 'score' | 'origin'>, at: number) {
  return { score, from: name || title || '', at };
}

/** Makes the English of a match the rendering of the segment `id`, and the names in it those of its mentions. Refused as in
 *  `setRendering`; a mention that is gone meanwhile gets nothing. */
export function setMatch(
  tr: Transform,
  id: string,
  { target, names }: TakenMatch,
  { status, origin, taken }: TakenStanding,
): boolean {
  const text = asRendering(target);
  const print = renderingHash(text);
  if (
    !setRendering(tr, id, text, { status, origin, taken: { ...taken, from: taken.from.slice(0, LONGEST_NAME), print } })
  )
    return false;
  // The offsets are those of the match.
  for (const { mention, from, to } of text === target ? names : []) {
    setMentionRendering(tr, mention, { segment: id, from, to });
  }
  return true;
}

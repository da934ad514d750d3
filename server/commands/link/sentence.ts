import { overlap } from '../../../shared/core/span.ts';
import type { Context } from '../../context.ts';
import { confirmedSegments, type LinkedSegment, type LinkScope, linkedSegments } from '../../db/link.ts';
import { readStoredLinks, type SentenceLink, type SentenceLinks } from '../../timeline/stored-links.ts';
import { wordKnowledge } from './knowledge.ts';

/** Whose links are asked for: those that were made, or those that are suggested for words which have none. */
export interface LinkQuery extends LinkScope {
  readonly suggested: boolean;
}

/** A segment with the links that are asked for. */
export interface Sentence extends Omit<LinkedSegment, 'links'>, SentenceLinks {}

/** So many sentences are looked through for suggestions at most. */
const MOST = 3000;

/** The sentences of a scope in the order in which they are read. Links are suggested in confirmed segments only: what nobody
 *  vouches for may still change. */
export async function* sentences(ctx: Context, { suggested, ...scope }: LinkQuery): AsyncGenerator<Sentence> {
  const { db } = ctx.store;
  if (!suggested) {
    for await (const segment of linkedSegments(db, scope)) yield { ...segment, ...readStoredLinks(segment.links) };
    return;
  }
  const asked: LinkedSegment[] = [];
  for await (const segment of confirmedSegments(db, scope)) {
    asked.push(segment);
    if (asked.length === MOST) break;
  }
  if (asked.length === 0) return;
  const order = { sentences: asked.map(({ fa, en }) => ({ fa, en })), known: await wordKnowledge(ctx, scope.project) };
  const found = await ctx.apart.run('suggestLinks', order);
  for (const [index, segment] of asked.entries()) {
    const links = stillFree(found[index] ?? [], segment);
    if (links.length > 0) yield { ...segment, links, stale: 0 };
  }
}

/** The links between words that have none yet. */
function stillFree(links: readonly SentenceLink[], { links: stored }: LinkedSegment): readonly SentenceLink[] {
  const made = readStoredLinks(stored).links;
  return links.filter(({ fa, en }) => !made.some((link) => overlap(link.fa, fa) || overlap(link.en, en)));
}

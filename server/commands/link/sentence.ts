import type { Knowledge } from '../../../shared/alignment/evidence/partners.ts';
import { suggestLinks } from '../../../shared/alignment/words/suggest.ts';
import type { Span } from '../../../shared/core/span.ts';
import type { Context } from '../../context.ts';
import { confirmedSegments, type LinkedSegment, type LinkScope, linkedSegments } from '../../db/link.ts';
import { readStoredLinks, type SentenceLink, type SentenceLinks } from '../../timeline/stored-links.ts';
import { linkKnowledge } from './knowledge.ts';

/** Whose links are asked for: those that were made, or those that are suggested for words which have none. */
export interface LinkQuery extends LinkScope {
  readonly suggested: boolean;
}

/** A segment with the links that are asked for. */
export interface Sentence extends Omit<LinkedSegment, 'links'>, SentenceLinks {}

/** So many sentences are looked through for suggestions at most, and so many before others get their turn. */
const MOST = 3000;
const TURN = 25;

/** The sentences of a scope in the order in which they are read. Links are suggested in confirmed segments only: what nobody
 *  vouches for may still change. */
export async function* sentences(ctx: Context, { suggested, ...scope }: LinkQuery): AsyncGenerator<Sentence> {
  const { db } = ctx.store;
  if (!suggested) {
    for await (const segment of linkedSegments(db, scope)) yield { ...segment, ...readStoredLinks(segment.links) };
    return;
  }
  const knowledge = await linkKnowledge(ctx, scope.project);
  let looked = 0;
  for await (const segment of confirmedSegments(db, scope)) {
    if (++looked > MOST) return;
    if (looked % TURN === 0) await new Promise((resolve) => setImmediate(resolve));
    const links = suggestedLinks(segment, knowledge);
    if (links.length > 0) yield { ...segment, links, stale: 0 };
  }
}

function suggestedLinks({ fa, en, links: stored }: LinkedSegment, knowledge: Knowledge): readonly SentenceLink[] {
  const made = readStoredLinks(stored).links;
  const { sourceTokens, targetTokens, links } = suggestLinks(fa, en, knowledge);
  return links.flatMap(({ source, target, sure }): readonly SentenceLink[] => {
    const [one, other] = [sourceTokens[source], targetTokens[target]];
    const isFree = one && other && !made.some((link) => overlap(link.fa, one) || overlap(link.en, other));
    return isFree ? [{ fa: one, en: other, sure }] : [];
  });
}

function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

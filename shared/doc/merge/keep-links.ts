import type { Transaction } from 'prosemirror-state';
import type { Transform } from 'prosemirror-transform';
import { LinkStep } from '../model/link-step.ts';
import { segmentById, segments } from '../model/read.ts';

/**
 * Gives the word links that others made in a segment, which the unsent steps of this client join to another one, to what that has
 * become. `received` is as in `lostRenderings`, and `tr` begins where it ends.
 */
export function keepLinks(tr: Transform, received: Transaction, remote: number): void {
  const unsent = (received.getMeta('rebased') as number | undefined) ?? 0;
  if (unsent === 0) return;
  const base = received.docs[unsent] ?? received.doc;
  const head = received.docs[unsent + remote] ?? received.doc;
  if (!received.steps.slice(unsent, unsent + remote).some((step) => step instanceof LinkStep)) return;
  const again = received.mapping.slice(unsent + remote);
  for (const { id, pos, links } of segments(head)) {
    if (links === null || !again.mapResult(pos, 1).deletedAfter) continue;
    const made = LinkStep.between(pos, segmentById(base, id)?.links ?? null, links)?.added ?? [];
    const step = new LinkStep(again.map(pos + 1), [], made);
    if (made.length > 0 && step.segmentIn(tr.doc)) tr.step(step);
  }
}

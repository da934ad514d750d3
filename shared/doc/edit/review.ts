import type { Transform } from 'prosemirror-transform';
import type { Status } from '../../core/status.ts';
import { segments } from '../model/read.ts';
import { isRendering } from '../model/rendering-text.ts';
import { editedStanding } from '../model/standing.ts';
import { replaceText } from './rendering.ts';
import { setAttributes } from './seam.ts';

/** What a row reads after somebody has reviewed it. */
export interface ReviewedRow {
  readonly text: string;
  readonly status: Status;
}

/** Makes rows read what a review says, by their segments' ids, each by small steps, and gives how many have changed. An empty text is
 *  untranslated, whatever its state; a text that may be no rendering is left alone. The cost grows with the document once,
 *  however many rows there are. */
export function takeReview(tr: Transform, reviewed: ReadonlyMap<string, ReviewedRow>): number {
  let changed = 0;
  // From the last to the first, so that the positions of those still to come stay.
  for (const segment of [...segments(tr.doc)].reverse()) {
    const row = reviewed.get(segment.id);
    if (row === undefined || !isRendering(row.text)) continue;
    const { text, status } = row;
    const steps = tr.steps.length;
    if (replaceText(tr, segment, text)) {
      const said = text === '' ? {} : { leftOut: false };
      setAttributes(tr, segment.pos, { ...editedStanding(text, segment), ...said });
    }
    if (text !== '') setAttributes(tr, segment.pos, { status });
    if (tr.steps.length > steps) changed += 1;
  }
  return changed;
}

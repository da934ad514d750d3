import type { Node } from 'prosemirror-model';
import { count, type Progress, type SegmentProgress } from '../../core/progress.ts';
import { countWords } from '../../language/words/token.ts';
import { changedSegmentNodes } from './difference.ts';
import { segmentAttrs } from './schema.ts';
import { sourceTextOf } from './source.ts';

/** What a segment adds to the progress of its document. */
export function segmentProgress(segment: Node, source: string): SegmentProgress {
  const { from, to, status } = segmentAttrs(segment);
  return { status, words: countWords(source.slice(from, to)) };
}

/** The progress of `after`, when that of `before` was `progress`: only what changed is counted. `original` is the source as it was
 *  imported. */
export function progressAfter(progress: Progress, before: Node, after: Node, original: string): Progress {
  const { was, now } = changedSegmentNodes(before, after);
  const less = was.reduce(
    (sum, node) => count(sum, segmentProgress(node, sourceTextOf(before, original)), -1),
    progress,
  );
  return now.reduce((sum, node) => count(sum, segmentProgress(node, sourceTextOf(after, original))), less);
}

import type { Segment } from '../../../shared/doc/model/read.ts';
import type { Utterance } from './announcer.ts';
import type { EditorLabels } from './labels.ts';

/** What a screen reader hears of the segment that the caret has come to. */
export function segmentUtterances(
  { index, status, from, to, text }: Segment,
  source: string,
  labels: EditorLabels,
): readonly Utterance[] {
  return [
    labels.segment(index + 1, status),
    labels.source,
    { lang: 'fa', text: source.slice(from, to) },
    labels.rendering,
    text === '' ? labels.placeholder : { lang: 'en', text },
  ];
}

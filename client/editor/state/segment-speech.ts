import type { Segment } from '../../../shared/doc/model/read.ts';
import type { Utterance } from './announcer.ts';
import type { EditorLabels } from './labels.ts';

/** What a screen reader hears of the segment that the caret has come to. */
export function segmentUtterances(
  { index, status, from, to, text, alignment, leftOut }: Segment,
  { document: { source }, labels }: { readonly document: { readonly source: string }; readonly labels: EditorLabels },
): readonly Utterance[] {
  return [
    labels.segment(index + 1, status),
    ...(alignment ? [labels.alignment(alignment)] : []),
    labels.source,
    from === to ? labels.noPersian : { lang: 'fa', text: source.slice(from, to) },
    labels.rendering,
    text !== '' ? { lang: 'en', text } : leftOut ? labels.leftOut : labels.placeholder,
  ];
}

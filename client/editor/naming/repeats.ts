import type { Node } from 'prosemirror-model';
import type { Span } from '../../../shared/core/span.ts';
import { segmentMentions } from '../../../shared/doc/model/marked.ts';
import { segmentNodes } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { repeatsOf } from '../../../shared/names/suggestion/repeats.ts';
import { inSlices } from '../state/slices.ts';

/** A mention whose name may stand elsewhere too. */
export interface RepeatSubject {
  readonly surface: string;
  readonly label: string;
  readonly entity: string | null;
}

/** A place where a name stands again; `source` are offsets of the whole source, `at` those of `fa`, the sentence. */
export interface RepeatPlace {
  readonly segment: string;
  readonly source: Span;
  readonly at: Span;
  readonly fa: string;
  readonly en: string;
}

/** The further places of a name in a document, in order; worked out in slices. */
export async function repeatsInDocument(
  doc: Node,
  source: string,
  { surface, label }: RepeatSubject,
  signal: AbortSignal,
): Promise<readonly RepeatPlace[]> {
  const repeats = repeatsOf(surface, label);
  const found: RepeatPlace[] = [];
  const look = (node: Node) => {
    const { id, from, to } = segmentAttrs(node);
    const fa = source.slice(from, to);
    const marked = segmentMentions(doc, node, source).flatMap((part) =>
      part.source ? [{ label: part.mention.label, from: part.source.from - from, to: part.source.to - from }] : [],
    );
    for (const at of repeats(fa, marked)) {
      const place = { from: from + at.from, to: from + at.to };
      found.push({ segment: id, source: place, at, fa, en: node.textContent });
    }
    return true;
  };
  await inSlices(segmentNodes(doc), look, signal);
  return found;
}

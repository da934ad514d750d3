import type { Span } from '../../core/span.ts';

/** Labels whose mentions may have others inside them, and of which labels: «بوشهر» in «نیروگاه بوشهر». An adjective or a
 *  title inside a longer name is part of that name: «اسلامی» in «سازمان همکاری اسلامی» is no mention. */
const within: Readonly<Record<string, readonly string[]>> = {
  ORG: ['GPE', 'PER'],
  LOC: ['GPE'],
  FAC: ['GPE', 'LOC', 'PER', 'ORG'],
  EVENT: ['GPE', 'LOC', 'PER', 'ORG', 'FAC'],
  AGREEMENT: ['GPE', 'LOC', 'PER', 'ORG'],
};

/** True when a mention labelled `inner` may stand inside one labelled `outer`. Labels that a project has made itself may
 *  hold any but their own. */
export function mayNest(inner: string, outer: string): boolean {
  if (inner === outer) return false;
  return within[outer]?.includes(inner) ?? !closed.has(outer);
}

/** Labels whose names are one whole. */
const closed = new Set(['PER', 'GPE', 'NORP', 'TITLE']);

/** A range with a label. */
export interface LabelledSpan extends Span {
  readonly label: string;
}

/** True when both can be mentions of one text: they do not overlap, or one is inside the other, shorter, and may be. */
export function canStandTogether(a: LabelledSpan, b: LabelledSpan): boolean {
  if (a.to <= b.from || a.from >= b.to) return true;
  const [inner, outer] = a.to - a.from < b.to - b.from ? [a, b] : [b, a];
  const isShorter = inner.to - inner.from < outer.to - outer.from;
  return isShorter && inner.from >= outer.from && inner.to <= outer.to && mayNest(inner.label, outer.label);
}

/** Of `spans` those that can stand together, in the order of the text, an enclosing one before what is inside it: the
 *  longest first, then the earlier in the text, and for the same range the earlier in `spans`. */
export function lawfulSpans<S extends LabelledSpan>(spans: readonly S[]): readonly S[] {
  return heaps(spans).flatMap((heap) => {
    const chosen: S[] = [];
    for (const span of heap.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
      if (chosen.every((other) => canStandTogether(span, other))) chosen.push(span);
    }
    return chosen.sort((a, b) => a.from - b.from || b.to - a.to);
  });
}

/** Spans that overlap, directly or by others between them, in the order of the text. */
function heaps<S extends Span>(spans: readonly S[]): readonly (readonly S[])[] {
  const all: S[][] = [];
  let end = 0;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (all.length === 0 || span.from >= end) all.push([]);
    all.at(-1)?.push(span);
    end = Math.max(end, span.to);
  }
  return all;
}

/** A half-open range `[from, to)` in UTF-16 code units of one text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The text that `span` covers. */
export function slice(text: string, span: Span): string {
  return text.slice(span.from, span.to);
}

/** The same for the same range, for maps. */
export function spanKey({ from, to }: Span): string {
  return `${from}-${to}`;
}

/** True where all of `inner` lies in `outer`. */
export function covers(outer: Span, inner: Span): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

/** True where two ranges have a unit of text in common; those that only meet have none. */
export function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

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

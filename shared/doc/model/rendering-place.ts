import type { Span } from '../../core/span.ts';

/** Where a mention stands in the English: a range of the rendering of one segment. */
export interface RenderingPlace extends Span {
  readonly segment: string;
}

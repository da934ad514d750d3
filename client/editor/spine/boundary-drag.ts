import type { Node } from 'prosemirror-model';
import { paragraphAt } from '../../../shared/doc/model/law.ts';
import { type Segment, segmentById, segmentByIndex } from '../../../shared/doc/model/read.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import type { Grid, Row } from '../page/grid.ts';
import type { Highlights, Layer } from '../paint/highlights.ts';
import { sourceOffsetAt } from './caret-place.ts';
import { nearest, wordStarts } from './source-words.ts';

/** Two segments of one paragraph that follow each other. */
export interface Border {
  readonly left: Segment;
  readonly right: Segment;
}

/** The border at the start of the segment `id`, or `null` when a paragraph begins there. */
export function borderBefore(doc: Node, id: string, source: SourceText): Border | null {
  const right = segmentById(doc, id);
  const left = right && segmentByIndex(doc, right.index - 1);
  return left && paragraphAt(source.paragraphs, left.from) === paragraphAt(source.paragraphs, right.from)
    ? { left, right }
    : null;
}

/** The border at the end of the segment `id`, or `null` when its paragraph ends there. */
export function borderAfter(doc: Node, id: string, source: SourceText): Border | null {
  const left = segmentById(doc, id);
  const right = left && segmentByIndex(doc, left.index + 1);
  return right && paragraphAt(source.paragraphs, left.from) === paragraphAt(source.paragraphs, right.from)
    ? { left, right }
    : null;
}

/** Where a border may go: before any word of its two segments but the very first. */
export function borderPlaces(source: string, { left, right }: Border): readonly number[] {
  return wordStarts(source, { from: left.from, to: right.to });
}

/** Follows the pointer with the start of a segment and shows which words would change hands. */
export class BoundaryDrag {
  private readonly grid: Grid;
  private readonly highlights: Highlights;
  private border: Border | null = null;
  private offset: number | null = null;

  constructor(grid: Grid, highlights: Highlights) {
    this.grid = grid;
    this.highlights = highlights;
  }

  /** Where the border would go now, if it can be dragged at all. */
  to(border: Border | null, x: number, y: number): void {
    this.border = border;
    const over = border && this.rowUnder(border, y);
    if (!border || !over) return;
    this.offset = nearest(borderPlaces(this.grid.document.source, border), sourceOffsetAt(over, x, y));
    this.highlights.show(this.moving);
  }

  /** Ends the drag; the segment before the border and the offset it was dragged to, or `null` when it stays. */
  end(): { readonly id: string; readonly offset: number } | null {
    const { border, offset } = this;
    this.cancel();
    return border && offset !== null && offset !== border.right.from ? { id: border.left.id, offset } : null;
  }

  cancel(): void {
    this.border = null;
    this.offset = null;
    this.highlights.hide(this.moving.name);
  }

  private rowUnder({ left, right }: Border, y: number): Row | null {
    const second = this.grid.row(right.id);
    if (!second) return null;
    return y < second.source.getBoundingClientRect().top ? this.grid.row(left.id) : second;
  }

  private readonly moving: Layer = {
    name: 'radif-moving',
    priority: 5,
    source: () => {
      const { border, offset } = this;
      if (!border || offset === null) return [];
      const from = border.right.from;
      return [{ from: Math.min(from, offset), to: Math.max(from, offset) }];
    },
  };
}

import { type Fragment, type Node, Slice } from 'prosemirror-model';
import { type Mappable, ReplaceStep, StepResult } from 'prosemirror-transform';
import { movedSlice } from './sourced-step.ts';

/**
 * Puts whole segments in the place of others of one page, as a restoration of very many does. Taken back, or done again after
 * that, it applies only where the segments still are what it left there: what somebody made of them since stays.
 * It travels as the `ReplaceStep` that it is, and takes offsets of the source along as those do (`sourced-step.ts`).
 */
export class StretchStep extends ReplaceStep {
  /** What must stand in its place; `null` for whatever does. */
  readonly expected: Fragment | null;

  constructor(from: number, to: number, slice: Slice, expected: Fragment | null = null) {
    super(from, to, slice);
    this.expected = expected;
  }

  override apply(doc: Node): StepResult {
    if (this.expected && !doc.slice(this.from, this.to).content.eq(this.expected))
      return StepResult.fail('The segments are not as they were left');
    return super.apply(doc);
  }

  override invert(doc: Node): StretchStep {
    const { from, to, slice } = this;
    return new StretchStep(from, from + slice.size, doc.slice(from, to), slice.content);
  }

  override map(mapping: Mappable): StretchStep | null {
    const mapped = super.map(mapping) as ReplaceStep | null;
    if (!mapped) return null;
    const expected = this.expected && movedSlice(new Slice(this.expected, 0, 0), mapping).content;
    return new StretchStep(mapped.from, mapped.to, movedSlice(mapped.slice, mapping), expected);
  }

  override merge(): null {
    return null;
  }
}

/** True for a step that somebody else's change in its place would keep from applying. */
export function isExpecting(step: unknown): boolean {
  return step instanceof StretchStep && step.expected !== null;
}

import type { Hue } from '../../../shared/core/label.ts';
import type { Row } from '../page/grid.ts';
import type { Mark } from './marks.ts';

/** Somebody else's caret. */
export interface CompanionCaret {
  readonly name: string;
  readonly hue: Hue;
  readonly segment: string;
  /** Of the rendering. */
  readonly offset: number;
}

/** The carets of others, by the rows they stand in. */
export class CompanionMarks {
  private readonly redraw: (segment: string) => void;
  private bySegment: ReadonlyMap<string, readonly CompanionCaret[]> = new Map();

  constructor(redraw: (segment: string) => void) {
    this.redraw = redraw;
  }

  show(carets: readonly CompanionCaret[]): void {
    const before = this.bySegment;
    const now = new Map<string, CompanionCaret[]>();
    for (const caret of carets) now.set(caret.segment, [...(now.get(caret.segment) ?? []), caret]);
    this.bySegment = now;
    for (const segment of new Set([...before.keys(), ...now.keys()])) {
      if (JSON.stringify(before.get(segment)) !== JSON.stringify(now.get(segment))) this.redraw(segment);
    }
  }

  /** A caret stands before its character, or after the last one: the text may have become shorter. */
  marks({ id, node }: Row): readonly Mark[] {
    const { length } = node.textContent;
    return (this.bySegment.get(id) ?? []).map(({ name, hue, offset }) => {
      const isAfter = offset >= length;
      const at = isAfter ? Math.max(0, length - 1) : offset;
      return { side: 'rendering', at, sign: isAfter && length > 0 ? 'companion after' : 'companion', name, hue };
    });
  }
}

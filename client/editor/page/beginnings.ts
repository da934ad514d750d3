import type { Outline } from '../../../shared/core/outline.ts';
import type { Span } from '../../../shared/core/span.ts';

/** What a segment is among the units that segmentation found: it may begin a paragraph or a statement, or hold several. */
export interface Beginnings {
  /** 1-based number of the paragraph that begins here. */
  readonly paragraph: number | null;
  readonly statement: boolean;
  readonly merged: boolean;
}

/** Tells the beginnings of any segment of a source; a unit belongs to the segment that holds more than half of it. */
export function beginningsIn({ units }: Outline): (segment: Span) => Beginnings {
  return (segment) => {
    const first = firstFrom(units, segment.from);
    const unit = units[first];
    const before = units[first - 1];
    const begins = unit !== undefined && unit.from < segment.to;
    return {
      paragraph: begins && unit.paragraph !== before?.paragraph ? unit.paragraph + 1 : null,
      statement: begins && unit.statement !== before?.statement,
      merged: held(units, Math.max(0, first - 1), segment) > 1,
    };
  };
}

/** Index of the first unit that starts at `offset` or after it. */
function firstFrom(units: readonly Span[], offset: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.from ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function held(units: readonly Span[], start: number, segment: Span): number {
  let count = 0;
  for (let index = start; index < units.length; index++) {
    const unit = units[index];
    if (!unit || unit.from >= segment.to) break;
    const shared = Math.min(unit.to, segment.to) - Math.max(unit.from, segment.from);
    if (shared * 2 > unit.to - unit.from) count += 1;
  }
  return count;
}

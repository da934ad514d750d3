import type { Kind } from '../../core/outline.ts';
import { type Span, slice } from '../../core/span.ts';
import type { SegmentationRules } from './rules.ts';
import { segmentSource } from './segmentation.ts';

/** A unit as `radif segment` tells it: offsets count within its paragraph, and so do statements. */
export interface ListedUnit extends Span {
  readonly kind: Kind;
  readonly statement: number;
  readonly text: string;
}

/** What `radif segment` prints. Blank lines are no paragraphs; a paragraph without a word has no units. */
export interface SegmentListing {
  readonly paragraphs: readonly { readonly index: number; readonly units: readonly ListedUnit[] }[];
}

/** Segments `text` by `rules` and lists the units by paragraph. */
export function listSegments(text: string, rules: SegmentationRules): SegmentListing {
  const { paragraphs, units } = segmentSource(text, rules);
  const listed = paragraphs.map(({ from }) => ({ from, firstStatement: -1, units: [] as ListedUnit[] }));
  for (const unit of units) {
    const paragraph = listed[unit.paragraph];
    if (!paragraph) continue;
    if (paragraph.firstStatement < 0) paragraph.firstStatement = unit.statement;
    paragraph.units.push({
      kind: unit.kind,
      statement: unit.statement - paragraph.firstStatement,
      from: unit.from - paragraph.from,
      to: unit.to - paragraph.from,
      text: slice(text, unit),
    });
  }
  return { paragraphs: listed.map(({ units: own }, index) => ({ index, units: own })) };
}

import { slice } from '../../../shared/core/span.ts';
import type { SegmentationRules } from '../../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';

/** The units of `text`; a lead is shown with its colon. */
export function units(text: string, rules: SegmentationRules): readonly string[] {
  return segmentSource(text, rules).units.map((unit) => slice(text, unit) + (unit.kind === 'lead' ? ':' : ''));
}

/** The texts of the statements of `text`. */
export function statementTexts(text: string, rules: SegmentationRules): readonly string[] {
  return segmentSource(text, rules).statements.map((statement) => slice(text, statement));
}

/** The lead that `text` begins with and how sure it is, or `null`. */
export function leadOf(text: string, rules: SegmentationRules): { text: string; confidence: number | null } | null {
  const first = segmentSource(text, rules).units[0];
  return first?.kind === 'lead' ? { text: slice(text, first), confidence: first.confidence } : null;
}

import type { Taken } from '../core/taken.ts';
import { inTarget } from './pair/rule.ts';
import type { RuledRemark } from './text-rules.ts';

/** What is said of a rendering that still reads as it was taken from a machine, or from a match for another text. */
export function uneditedRemark(target: string, { score, from }: Taken): RuledRemark | null {
  if (score !== null && score >= 100) return null;
  const values = { kind: score === null ? 'machine' : 'match', from, ...(score !== null && { score }) };
  return { rule: 'text.unedited', ...inTarget({ from: 0, to: target.length }, values) };
}

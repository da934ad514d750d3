/** Where paragraphs begin, and how much that counts: with `hard` no bead reaches over the end of a paragraph, and where both
 *  sides have as many, the first stands for the first and so on; with `soft` it only costs. */
export interface Paragraphs {
  /** For each unit the number of its paragraph, ascending. */
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly keep: 'hard' | 'soft';
}

/** 1 for each unit that begins a paragraph, but for the first. */
export function beginnings(paragraphs: readonly number[]): Uint8Array {
  return Uint8Array.from(paragraphs, (paragraph, unit) => (unit > 0 && paragraph !== paragraphs[unit - 1] ? 1 : 0));
}

/** True when each paragraph of one side can stand for one of the other. */
export function areParallel({ source, target, keep }: Paragraphs): boolean {
  return keep === 'hard' && new Set(source).size === new Set(target).size;
}

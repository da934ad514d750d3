import type { Span } from '../../core/span.ts';
import { isBlank } from '../characters/blank.ts';

/** The paragraphs of a text: its lines that are not blank, as ranges of it; lines end with `\n`, `\r`, both, or U+2029. */
export function* paragraphsOf(text: string): Iterable<Span> {
  for (const { index, 0: line } of text.matchAll(/[^\n\r\u2029]+/g)) {
    if (!isBlank(line)) yield { from: index, to: index + line.length };
  }
}

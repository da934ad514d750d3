import type { Span } from '../../core/span.ts';
import { graphemes } from '../../language/characters/grapheme.ts';

/**
 * The two sides of `span` of `source` when it is cut at `at`, or `null` when one side would be empty. The cut snaps back
 * to the start of a grapheme. White space at the cut belongs to neither side, nor does a slash that stands there alone as
 * the separator of two statements (` / `, `./ `, ` // `).
 */
export function cutSource(source: string, span: Span, at: number): readonly [Span, Span] | null {
  if (at <= span.from || at >= span.to) return null;
  const text = source.slice(span.from, span.to);
  const cut = graphemes(text).floor(at - span.from);
  const left = trimmedEnd(text.slice(0, cut));
  const right = separatorEnd(text.slice(cut));
  const sides = [
    { from: span.from, to: span.from + left },
    { from: span.from + cut + right, to: span.to },
  ] as const;
  return sides.every(({ from, to }) => from < to) ? sides : null;
}

/** The white space of `text` around `at`, which snaps back to the start of a grapheme: a rendering is cut there. */
export function cutRendering(text: string, at: number): Span {
  const cut = graphemes(text).floor(Math.max(0, Math.min(at, text.length)));
  return { from: text.slice(0, cut).trimEnd().length, to: text.length - text.slice(cut).trimStart().length };
}

/** Where `text` ends without the white space and the separator of statements at its end. */
export function trimmedEnd(text: string): number {
  const words = text.trimEnd();
  let slash = words.length;
  while (words[slash - 1] === '/') slash -= 1;
  return slash < words.length && /[\s.!?؟…»]/u.test(words[slash - 1] ?? ' ')
    ? words.slice(0, slash).trimEnd().length
    : words.length;
}

/** Where the separator ends that begins `text`. */
function separatorEnd(text: string): number {
  const words = text.trimStart();
  let slash = 0;
  while (words[slash] === '/') slash += 1;
  const rest = slash > 0 && /\s/u.test(words[slash] ?? '') ? words.slice(slash).trimStart() : words;
  return text.length - rest.length;
}

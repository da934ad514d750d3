import type { Span } from '../../core/span.ts';

/** What is written in place of a stretch of a text. */
export interface Change extends Span {
  readonly text: string;
  /** The mention that the new text is the English of. */
  readonly mention?: string;
}

/** A stretch of English that belongs to a mention. */
export interface MentionPlace extends Span {
  readonly mention: string;
}

/** A text with some stretches written anew. */
export interface Substituted {
  readonly text: string;
  /** Where something else stands in it than did before. */
  readonly places: readonly Span[];
  /** Where mentions have their English in it. */
  readonly names: readonly MentionPlace[];
}

/** `text` as it is. */
export function unchanged(text: string): Substituted {
  return { text, places: [], names: [] };
}

/** `text` with all changes made; `null` where two of them overlap. */
export function changed(text: string, changes: readonly Change[]): Substituted | null {
  const places: Span[] = [];
  const names: MentionPlace[] = [];
  let made = '';
  let at = 0;
  for (const { from, to, text: fresh, mention } of changes.toSorted((a, b) => a.from - b.from)) {
    if (from < at) return null;
    made += text.slice(at, from);
    const place = { from: made.length, to: made.length + fresh.length };
    if (fresh !== text.slice(from, to)) places.push(place);
    if (mention !== undefined) names.push({ mention, ...place });
    made += fresh;
    at = to;
  }
  return { text: made + text.slice(at), places, names };
}

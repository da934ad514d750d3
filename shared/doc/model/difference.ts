import type { Node } from 'prosemirror-model';

/** The nodes in which two lists of nodes differ, with what both share trimmed off at either end. */
export interface Stretch {
  readonly now: readonly Node[];
  readonly was: readonly Node[];
  /** The shared neighbours of the stretch, `null` at an end of the document. */
  readonly left: Node | null;
  readonly right: Node | null;
}

/** The segments of `after` that may differ from those of `before`, and those that they stand for: everything outside is
 *  shared by identity. Costs a look at each page and at the segments of the pages that changed. */
export function changedSegmentNodes(before: Node | null, after: Node): Stretch {
  const pages = trim(before ? pagesOf(before) : [], pagesOf(after), null, null);
  const segments = trim(
    pages.was.flatMap((page) => page.children),
    pages.now.flatMap((page) => page.children),
    pages.left?.lastChild ?? null,
    pages.right?.firstChild ?? null,
  );
  return segments;
}

/** The mentions of `after` that may differ from those of `before`, and those that they stand for. */
export function changedMentionNodes(before: Node | null, after: Node): Stretch {
  const was = before?.lastChild ?? null;
  const now = after.lastChild;
  if (was === now) return { now: [], was: [], left: null, right: null };
  return trim(was?.children ?? [], now?.children ?? [], null, null);
}

function pagesOf(doc: Node): readonly Node[] {
  return doc.children.slice(0, -1);
}

function trim(was: readonly Node[], now: readonly Node[], left: Node | null, right: Node | null): Stretch {
  const shorter = Math.min(was.length, now.length);
  let start = 0;
  while (start < shorter && was[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && was[was.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  return {
    now: now.slice(start, now.length - end),
    was: was.slice(start, was.length - end),
    left: start > 0 ? (now[start - 1] ?? null) : left,
    right: end > 0 ? (now[now.length - end] ?? null) : right,
  };
}

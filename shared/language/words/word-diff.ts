import { graphemes } from '../characters/grapheme.ts';
import { commonSubsequence } from './common-subsequence.ts';
import { type Token, tokens } from './token.ts';

/** A stretch of text that two versions share, or that one of them has and the other has not. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** What changed from `before` to `after`, by whole words of either script. The parts that are the same or removed spell
 *  `before`, those that are the same or added spell `after`. No part is empty or followed by one of its kind, and what
 *  was removed stands before what was added in its place. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const removable = tokens(before);
  const addable = tokens(after);
  const parts: DiffPart[] = [];
  let x = 0;
  let y = 0;
  for (const [i, j] of commonSubsequence(removable.map(textOf), addable.map(textOf))) {
    const was = removable[i] as Token;
    const is = addable[j] as Token;
    parts.push(...replacement(before.slice(x, was.from), after.slice(y, is.from)), { kind: 'same', text: was.text });
    x = was.to;
    y = is.to;
  }
  parts.push(...replacement(before.slice(x), after.slice(y)));
  return inOrder(withoutIslands(inOrder(parts)));
}

/** The smallest single replacement that makes `before` into `after`, or `null` when they are equal: `before` from `from`
 *  to `to` gives way to `insert`. It cuts no grapheme of either text. */
export function changedSpan(before: string, after: string): { from: number; to: number; insert: string } | null {
  if (before === after) return null;
  const from = sharedStart(before, after);
  const tail = sharedEnd(before.slice(from), after.slice(from));
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

/** How many units two texts share at their start, in whole graphemes of both. */
function sharedStart(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let length = 0;
  while (length < shorter && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  const [inA, inB] = [graphemes(a), graphemes(b)];
  while (!inA.isBoundary(length) || !inB.isBoundary(length)) length = Math.min(inA.floor(length), inB.floor(length));
  return length;
}

/** How many units two texts share at their end, in whole graphemes of both. */
function sharedEnd(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let length = 0;
  while (length < shorter && a.charCodeAt(a.length - length - 1) === b.charCodeAt(b.length - length - 1)) length += 1;
  const [inA, inB] = [graphemes(a), graphemes(b)];
  while (!inA.isBoundary(a.length - length) || !inB.isBoundary(b.length - length)) length -= 1;
  return length;
}

/** One stretch in the place of another; spaces and punctuation that both begin or end with stay the same. */
function replacement(before: string, after: string): readonly DiffPart[] {
  const head = sharedStart(firstGap(before), firstGap(after));
  const removed = before.slice(head);
  const added = after.slice(head);
  const tail = sharedEnd(lastGap(removed), lastGap(added));
  return [
    { kind: 'same', text: before.slice(0, head) },
    { kind: 'removed', text: removed.slice(0, removed.length - tail) },
    { kind: 'added', text: added.slice(0, added.length - tail) },
    { kind: 'same', text: removed.slice(removed.length - tail) },
  ];
}

function firstGap(text: string): string {
  return text.slice(0, tokens(text).at(0)?.from);
}

function lastGap(text: string): string {
  return text.slice(tokens(text).at(-1)?.to ?? 0);
}

/** Gives up a word of one or two letters («و», `of`) that alone stayed the same between two replacements. */
function withoutIslands(parts: readonly DiffPart[]): readonly DiffPart[] {
  const isReplaced = (at: number) => parts[at]?.kind === 'removed' && parts[at + 1]?.kind === 'added';
  return parts.flatMap((part, at): readonly DiffPart[] => {
    if (part.kind !== 'same' || !isReplaced(at - 2) || !isReplaced(at + 1)) return [part];
    const words = tokens(part.text);
    const isSmall = words.length === 1 && words.every(({ text }) => text.length <= 2);
    return isSmall
      ? [
          { ...part, kind: 'removed' },
          { ...part, kind: 'added' },
        ]
      : [part];
  });
}

/** The same difference without empty parts, equal neighbours joined, and removals before the additions beside them. */
function inOrder(parts: readonly DiffPart[]): readonly DiffPart[] {
  const ordered: DiffPart[] = [];
  let same = '';
  let removed = '';
  let added = '';
  const settle = () => {
    for (const part of [
      { kind: 'same', text: same },
      { kind: 'removed', text: removed },
      { kind: 'added', text: added },
    ] as const) {
      if (part.text !== '') ordered.push(part);
    }
    same = removed = added = '';
  };
  for (const { kind, text } of parts) {
    if (text === '') continue;
    if (kind === 'same' && removed + added !== '') settle();
    if (kind === 'same') same += text;
    else if (kind === 'removed') removed += text;
    else added += text;
  }
  settle();
  return ordered;
}

function textOf(token: Token): string {
  return token.text;
}

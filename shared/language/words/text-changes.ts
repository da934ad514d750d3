import type { Span } from '../../core/span.ts';
import { commonSubsequence } from './common-subsequence.ts';
import { changedSpan, wordDiff } from './word-diff.ts';

/** A stretch of a text, by offsets of it as it was, and what stands in its place. */
export interface TextChange extends Span {
  readonly insert: string;
}

/** The small replacements that make `before` into `after`, in order: lines that both have stay, then words, and of a word that
 *  changed only what differs. None cuts a grapheme. The cost grows with the length of what differs. */
export function textChanges(before: string, after: string): readonly TextChange[] {
  if (before === after) return [];
  const [was, is] = [lines(before), lines(after)];
  const found: TextChange[] = [];
  let [from, to] = [0, 0];
  const differ = (beforeEnd: number, afterEnd: number) => {
    found.push(...wordChanges(before.slice(from, beforeEnd), after.slice(to, afterEnd), from));
  };
  for (const [i, j] of commonSubsequence(was.map(textOf), is.map(textOf))) {
    const [left, right] = [was[i], is[j]];
    if (!left || !right) continue;
    differ(left.from, right.from);
    [from, to] = [left.from + left.text.length, right.from + right.text.length];
  }
  differ(before.length, after.length);
  return found;
}

interface Line {
  readonly from: number;
  readonly text: string;
}

function lines(text: string): readonly Line[] {
  let from = 0;
  return text.split('\n').map((line) => {
    const found = { from, text: line };
    from += line.length + 1;
    return found;
  });
}

function textOf({ text }: Line): string {
  return text;
}

function wordChanges(before: string, after: string, start: number): readonly TextChange[] {
  const found: TextChange[] = [];
  let at = start;
  let removed = '';
  let added = '';
  const settle = () => {
    const change = changedSpan(removed, added);
    if (change) found.push({ from: at + change.from, to: at + change.to, insert: change.insert });
    at += removed.length;
    [removed, added] = ['', ''];
  };
  if (before === after) return found;
  for (const { kind, text } of wordDiff(before, after)) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      settle();
      at += text.length;
    }
  }
  settle();
  return found;
}

import { inTarget, type PairRule, type Remark } from '../pair/rule.ts';

/** Marks of direction, embeddings, overrides and isolates. */
const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const names: Readonly<Record<string, string>> = {
  ...{ '\u061c': 'ALM', '\u200e': 'LRM', '\u200f': 'RLM', '\u202a': 'LRE', '\u202b': 'RLE', '\u202c': 'PDF' },
  ...{ '\u202d': 'LRO', '\u202e': 'RLO', '\u2066': 'LRI', '\u2067': 'RLI', '\u2068': 'FSI', '\u2069': 'PDI' },
};

/** Invisible marks of direction: in the English they have nothing to do, unless they isolate a piece of it; in the Persian an opened one
 *  that is not closed turns what follows. */
export const bidi: PairRule = {
  severity: 'warning',
  check: ({ source, target }) => [
    ...Array.from(target.matchAll(controls))
      .filter((_, at, all) => at < MOST && !isPaired(all, at))
      .map(({ 0: mark, index: from }) =>
        inTarget({ from, to: from + 1 }, { kind: 'target', mark: names[mark] ?? '' }, ''),
      ),
    ...unclosed(source),
  ],
};

/** So many are told. */
const MOST = 50;

/** True for an isolate that is closed right by the next control, and its end. */
function isPaired(all: readonly RegExpExecArray[], at: number): boolean {
  const opens = (mark: string | undefined) => mark !== undefined && /[\u2066-\u2068]/.test(mark);
  const closes = (mark: string | undefined) => mark === '\u2069';
  const [before, own, after] = [all[at - 1]?.[0], all[at]?.[0], all[at + 1]?.[0]];
  return (opens(own) && closes(after)) || (closes(own) && opens(before));
}

function unclosed(source: string): readonly Remark[] {
  const open: { readonly from: number; readonly mark: string; readonly end: string }[] = [];
  for (const { 0: mark, index: from } of source.matchAll(controls)) {
    if (/[\u202a\u202b\u202d\u202e]/.test(mark)) open.push({ from, mark, end: '\u202c' });
    else if (/[\u2066-\u2068]/.test(mark)) open.push({ from, mark, end: '\u2069' });
    else if (open.at(-1)?.end === mark) open.pop();
  }
  return open.slice(0, MOST).map(({ from, mark }) => ({
    ...{ side: 'source', from, to: from + 1, values: { kind: 'source', mark: names[mark] ?? '' } },
    ...{ fix: null, isLack: false },
  }));
}

import { wordDiff } from '../../../shared/language/words/word-diff.ts';

interface DifferenceProps {
  readonly before: string;
  readonly after: string;
}

/** Two texts as one: what was removed is struck through, what was added is underlined. */
export function Difference({ before, after }: DifferenceProps) {
  let offset = 0;
  return wordDiff(before, after).map(({ kind, text }) => {
    offset += text.length;
    if (kind === 'removed') return <del key={offset}>{text}</del>;
    if (kind === 'added') return <ins key={offset}>{text}</ins>;
    return text;
  });
}

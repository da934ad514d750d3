import { find } from '../../shared/language/words/find.ts';

interface HighlightedProps {
  readonly text: string;
  readonly query: string;
}

/** A text with the places lit where `query` occurs, in any spelling. Paint only, so that letters stay joined. */
export function Highlighted({ text, query }: HighlightedProps) {
  const found = find(text, query, 'substring');
  const ends = [0, ...found.map(({ to }) => to)];
  return (
    <>
      {found.map(({ from, to }, index) => (
        <span key={from}>
          {text.slice(ends[index], from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}

import type { Span } from '../../core/span.ts';
import { otherSide } from '../annotation/one-side.ts';
import { sideMentions } from '../annotation/tokens.ts';
import { wordSpans } from '../corpus/aligned-words.ts';
import { type Writer, wellFormed } from '../corpus/format.ts';
import type { CorpusRow, ExportOptions, LossRule, Side } from '../corpus/row.ts';
import { escapeValue } from './escapes.ts';
import { documentFacts, sentenceId } from './names.ts';
import { NAMED_ENTITY } from './read.ts';
import { headText, sentenceText } from './rewrite.ts';
import type { Sentence, Token } from './sentences.ts';

/** WebAnno TSV 3.3 (INCEpTION's user guide, "WebAnno TSV 3.3"): a row a sentence, its mentions in the layer of named entities, also
 *  nested and crossing ones and such that begin inside a word. Offsets are UTF-16 units of the whole text. The id of a
 *  sentence says its side, document and segment, the head of the first sentence of a document its id and title. */
export function webanno({ side = 'fa' }: Pick<ExportOptions, 'side'>): Writer {
  const others = otherSide(side);
  let length = 0;
  return {
    files: [{ ending: 'tsv', mediaType: 'text/tab-separated-values; charset=utf-8' }],
    needs: [side],
    fittings: [wellFormed],
    losses: (row) => [...others(row), ...losses(row, side)],
    open: [headText([{ kind: 'span', type: NAMED_ENTITY, features: ['identifier', 'value'] }])],
    row(row, index, before) {
      const text = row[side];
      const words = tokenSpans(text);
      const marks = sideMentions(row, side).map((each, place) => ({ ...each, place }));
      const pieces = words.map((word) => piecesOf(word, marks));
      const covered = marks.map(({ place }) => pieces.flat().filter((piece) => piece.marks.includes(place)).length);
      let number = 0;
      const numbers = marks.map(({ place }) => {
        const isAlone = pieces.flat().every((piece) => !piece.marks.includes(place) || piece.marks.length === 1);
        return covered[place] === 1 && isAlone ? '' : `[${++number}]`;
      });
      const tokens = pieces.flatMap((parts, word) =>
        parts.map((part, sub): Token => {
          const cell = (value: (place: number) => string) =>
            part.marks.length === 0 ? '_' : part.marks.map((place) => value(place) + (numbers[place] ?? '')).join('|');
          const cells = [
            cell((place) => escapeValue(marks[place]?.mention.entity ?? '') || '*'),
            cell((place) => escapeValue(marks[place]?.mention.label ?? '') || '*'),
          ];
          const id = `${index + 1}-${word + 1}${sub === 0 ? '' : `.${sub}`}`;
          return {
            id,
            from: length + part.from,
            to: length + part.to,
            text: text.slice(part.from, part.to),
            cells,
            line: 0,
          };
        }),
      );
      length += text.length + 1;
      const facts: Sentence['facts'] = before?.document === row.document ? new Map() : documentFacts(row);
      return [sentenceText({ id: sentenceId(side, row), facts, text, tokens })];
    },
    close: () => [''],
  };
}

/** The tokens of a sentence. It begins with its first one, so white space before a word is a token as well. */
export function tokenSpans(text: string): readonly Span[] {
  const words = wordSpans(text);
  const start = words[0]?.from ?? text.length;
  return start > 0 ? [{ from: 0, to: start }, ...words] : words;
}

/** Mentions of which an end stands between tokens, where the format has no place. */
function losses(row: CorpusRow, side: Side): readonly LossRule[] {
  const tokens = tokenSpans(row[side]);
  const isIn = (from: number, to: number) => tokens.some((token) => token.from <= from && to <= token.to);
  return sideMentions(row, side).flatMap(({ from, to }) => {
    if (isIn(from, from + 1) && isIn(to - 1, to)) return [];
    return tokens.some((token) => token.from < to && from < token.to) ? ['moved-mention'] : ['mention'];
  });
}

interface Piece extends Span {
  /** The mentions that stand at it, by their places. */
  readonly marks: readonly number[];
}

/** A word with the mentions over all of it, and the parts of it that other mentions begin or end in. */
function piecesOf(word: Span, marks: readonly (Span & { readonly place: number })[]): readonly Piece[] {
  const whole: number[] = [];
  const parts = new Map<string, { from: number; to: number; marks: number[] }>();
  for (const { from, to, place } of marks) {
    const part = { from: Math.max(from, word.from), to: Math.min(to, word.to) };
    if (part.from >= part.to) continue;
    if (part.from === word.from && part.to === word.to) whole.push(place);
    else {
      const key = `${part.from}-${part.to}`;
      const known = parts.get(key) ?? { ...part, marks: [] };
      known.marks.push(place);
      parts.set(key, known);
    }
  }
  return [{ ...word, marks: whole }, ...[...parts.values()].sort((a, b) => a.from - b.from || b.to - a.to)];
}

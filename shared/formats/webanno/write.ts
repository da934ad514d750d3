import type { Span } from '../../core/span.ts';
import { otherSide } from '../annotation/one-side.ts';
import { changedLabels, sideMentions } from '../annotation/tokens.ts';
import { touchedWords, wordSpans } from '../corpus/aligned-words.ts';
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
  // Of the whole file: another sentence with the same one would be more of the same annotation.
  let number = 0;
  return {
    files: [{ ending: 'tsv', mediaType: 'text/tab-separated-values; charset=utf-8' }],
    needs: [side],
    fittings: [wellFormed],
    losses: (row) => [...others(row), ...losses(row, side), ...changedLabels(row, side, labelText)],
    open: [headText([{ kind: 'span', type: NAMED_ENTITY, features: ['identifier', 'value'] }])],
    row(row, index, before) {
      const text = row[side];
      const words = tokenSpans(text);
      const marks = sideMentions(row, side);
      const pieces = piecesOf(words, marks);
      const numbers = numbersOf(pieces.flat(), marks.length, () => ++number);
      const tokens = pieces.flatMap((parts, word) =>
        parts.map((part, sub): Token => {
          const cell = (value: (place: number) => string) =>
            part.marks.length === 0 ? '_' : part.marks.map((place) => value(place) + numbers[place]).join('|');
          const cells = [
            cell((place) => escapeValue(oneLine(marks[place]?.mention.entity ?? '')) || '*'),
            cell((place) => escapeValue(oneLine(marks[place]?.mention.label ?? '')) || '*'),
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

/** A value has escapes for a tab and LF, and for nothing else that ends a line somewhere. */
function oneLine(value: string): string {
  return value.replace(/(?![\t\n])[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
}

/** A label as it is read again; a feature that has no value is called by its layer. */
function labelText(label: string): string {
  return label === '' ? NAMED_ENTITY : oneLine(label);
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
  return sideMentions(row, side).flatMap(({ from, to }) => {
    const touched = touchedWords(tokens, { from, to });
    const [first, last] = [tokens[touched.from], tokens[touched.to - 1]];
    if (touched.from >= touched.to || !first || !last) return ['mention'];
    return first.from <= from && to <= last.to ? [] : ['moved-mention'];
  });
}

interface Piece extends Span {
  /** The mentions that stand at it, by their places. */
  readonly marks: readonly number[];
}

/** Each word with the mentions over all of it, and the parts of it that other mentions begin or end in. */
function piecesOf(words: readonly Span[], marks: readonly Span[]): readonly (readonly Piece[])[] {
  const whole = words.map((): number[] => []);
  const parts = new Map<number, Map<string, { from: number; to: number; marks: number[] }>>();
  for (const [place, mark] of marks.entries()) {
    const touched = touchedWords(words, mark);
    for (let index = touched.from; index < touched.to; index++) {
      const word = words[index] ?? mark;
      const part = { from: Math.max(mark.from, word.from), to: Math.min(mark.to, word.to) };
      if (part.from === word.from && part.to === word.to) {
        whole[index]?.push(place);
        continue;
      }
      const own = parts.get(index) ?? new Map();
      const known = own.get(`${part.from}-${part.to}`) ?? { ...part, marks: [] };
      known.marks.push(place);
      parts.set(index, own.set(`${part.from}-${part.to}`, known));
    }
  }
  return words.map((word, index) => {
    const inner = [...(parts.get(index)?.values() ?? [])].sort((a, b) => a.from - b.from || b.to - a.to);
    return [{ ...word, marks: whole[index] ?? [] }, ...inner];
  });
}

/** What stands behind the values of each mention: a number where it has several pieces, or is not alone at its one. */
function numbersOf(pieces: readonly Piece[], count: number, next: () => number): readonly string[] {
  const covered = Array<number>(count).fill(0);
  const isShared = Array<boolean>(count).fill(false);
  for (const { marks } of pieces) {
    for (const place of marks) {
      covered[place] = (covered[place] ?? 0) + 1;
      if (marks.length > 1) isShared[place] = true;
    }
  }
  return covered.map((times, place) => (times === 1 && !isShared[place] ? '' : `[${next()}]`));
}

import { compareSpans } from '../../core/nesting.ts';
import type { Span } from '../../core/span.ts';
import { touchedWords, wordSpans } from '../corpus/aligned-words.ts';
import type { CorpusMention, CorpusRow, LossRule, Side } from '../corpus/row.ts';

/** A mention on one side of a row. */
export interface SideMention extends Span {
  readonly mention: CorpusMention;
}

/** A mention by the words that it covers, of which `to` is the first behind it. */
export interface WordMention {
  readonly mention: CorpusMention;
  readonly from: number;
  readonly to: number;
}

/** One side of a row in words. */
export interface Words {
  readonly text: string;
  readonly words: readonly Span[];
  /** Mentions that can stand beside each other, from the left to the right: of those that meet, the outermost. */
  readonly mentions: readonly WordMention[];
  /** What is not among them, or not as it stands. */
  readonly losses: readonly LossRule[];
}

/** The mentions of one side, as they are read. */
export function sideMentions(row: CorpusRow, side: Side): readonly SideMention[] {
  return row.mentions
    .flatMap((mention) => {
      const range = mention[side];
      return range !== null && range.from < range.to ? [{ from: range.from, to: range.to, mention }] : [];
    })
    .sort(compareSpans);
}

/** Mentions of a side whose label a format writes otherwise than it is. */
export function changedLabels(row: CorpusRow, side: Side, written: (label: string) => string): readonly LossRule[] {
  return sideMentions(row, side).flatMap(({ mention: { label } }) => (written(label) === label ? [] : ['label']));
}

/** Mentions of a side that mean an entity, of which a format cannot say which. */
export function lostEntities(row: CorpusRow, side: Side): readonly LossRule[] {
  return sideMentions(row, side).flatMap(({ mention: { entity } }) => (entity === null ? [] : ['entity']));
}

/** One side of a row in words, with its mentions grown to whole ones. */
export function wordsOf(row: CorpusRow, side: Side, spansOf: (text: string) => readonly Span[] = wordSpans): Words {
  const text = row[side];
  const words = spansOf(text);
  const losses: LossRule[] = [];
  const mentions: WordMention[] = [];
  for (const { mention, from, to } of sideMentions(row, side)) {
    const { from: first, to: last } = touchedWords(words, { from, to });
    if (first >= last) losses.push('mention');
    else if (first < (mentions.at(-1)?.to ?? 0)) losses.push('crossing-mention');
    else {
      if (words[first]?.from !== from || words[last - 1]?.to !== to) losses.push('moved-mention');
      mentions.push({ mention, from: first, to: last });
    }
  }
  return { text, words, mentions, losses };
}

import { isBlank } from '../../language/characters/blank.ts';
import { textLines } from './plain-text.ts';

/** What may become of the lines of a text: each is a paragraph; they are joined into paragraphs; or, where they look as if a
 *  program had broken them at a width, nothing is imported before somebody has said which. */
export const lineChoices = ['keep', 'join', 'ask'] as const;

/** A text whose lines break where a line was full, not where a paragraph ends. */
export interface HardWrap {
  /** How wide a full line is, in characters that take a place. */
  readonly width: number;
  /** Lines with something in them. */
  readonly lines: number;
  /** The same text, a paragraph a line. */
  readonly joined: string;
}

/** Widths at which programs break lines. Verses and lists are narrower, and nothing breaks wider. */
const NARROWEST = 38;
const WIDEST = 140;

/** Lines that follow each other without a blank one between them, fewer of which tell nothing. */
const FEWEST = 4;

/** Tells whether the lines of `raw` were broken at a width: nearly every line is so long that the first word of the next would
 *  not have fitted, most end inside a sentence, and sentences end inside lines as well. `null` for any other text: a sentence
 *  a line, a paragraph a line, verses, lists. One pass over the text, and one over its lines in order of length. */
export function hardWrap(raw: string): HardWrap | null {
  const lines = measured(raw);
  const widths = widthsOf(lines);
  const width = widths.places;
  const pairs = adjacent(lines);
  if (width < NARROWEST || width > WIDEST || pairs.length < FEWEST) return null;
  const full = pairs.filter(([line, next]) => isFull(line, next, widths));
  const open = full.filter(([{ text }]) => !endsSentence(text));
  const inside = lines.filter(({ text }) => stopInside.test(text));
  if (full.length < 0.7 * pairs.length || open.length < 0.6 * full.length || inside.length < lines.length / 12)
    return null;
  return { width, lines: lines.filter(({ length }) => length > 0).length, joined: joinedLines(raw) };
}

/** `raw` with the lines of each paragraph joined by a space. A paragraph ends at a blank line, at a line that had room for the
 *  first word of the next, before an item of a list and before a line that is set in. A soft hyphen and a zero-width non-joiner at the
 *  end of a line join words without a space; the hyphen goes. */
export function joinedLines(raw: string): string {
  const lines = measured(raw);
  const widths = widthsOf(lines);
  const paragraphs: string[][] = [];
  let last: Measured | null = null;
  for (const line of lines) {
    const goesOn = last !== null && last.length > 0 && line.length > 0 && isFull(last, line, widths) && !begins(line);
    if (goesOn) paragraphs.at(-1)?.push(line.text);
    else if (line.length > 0) paragraphs.push([line.text]);
    last = line;
  }
  return paragraphs.map(joined).join('\n');
}

function joined(lines: readonly string[]): string {
  return lines
    .map((line, index) => {
      if (index === lines.length - 1) return line;
      if (line.endsWith('\u00ad')) return line.slice(0, -1);
      return line.endsWith('\u200c') ? line : `${line} `;
    })
    .join('');
}

/** Programs count what takes a place on a line, or every character. */
interface Widths {
  readonly places: number;
  readonly characters: number;
}

interface Measured {
  /** Without white space at its ends. */
  readonly text: string;
  /** Places that it takes; 0 of a blank line. */
  readonly length: number;
  readonly all: Widths;
  /** The same of its first word. */
  readonly first: Widths;
  readonly isSetIn: boolean;
}

function measured(raw: string): readonly Measured[] {
  return textLines(raw).map((line) => {
    if (isBlank(line)) return { text: '', length: 0, all: widthOf(''), first: widthOf(''), isSetIn: false };
    const start = line.search(/\S/);
    const text = line.slice(start).trimEnd();
    const end = text.search(/\s/);
    const all = widthOf(text);
    const first = widthOf(end < 0 ? text : text.slice(0, end));
    return { text, length: all.places, all, first, isSetIn: start > 1 || line.startsWith('\t') };
  });
}

/** Marks over and under letters, ZWNJ and marks of direction take no place. */
function widthOf(text: string): Widths {
  return { places: text.replace(/[\p{M}\p{Cf}]/gu, '').length, characters: text.length };
}

/** What one line in ten reaches: a few longer ones, as an address that has no break, do not make a text wide. */
function widthsOf(lines: readonly Measured[]): Widths {
  const of = (side: keyof Widths) => {
    const lengths = lines.flatMap(({ length, all }) => (length > 0 ? [all[side]] : [])).sort((a, b) => b - a);
    return lengths[Math.floor(lengths.length / 10)] ?? 0;
  };
  return { places: of('places'), characters: of('characters') };
}

function adjacent(lines: readonly Measured[]): readonly (readonly [Measured, Measured])[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next && line.length > 0 && next.length > 0 ? [[line, next] as const] : [];
  });
}

/** True where the first word of the next line had no room on this one, or is the rest of a word that begins on it. */
function isFull(line: Measured, next: Measured, widths: Widths): boolean {
  const isFullIn = (side: keyof Widths) => line.all[side] + 1 + next.first[side] > widths[side];
  return isFullIn('places') || isFullIn('characters') || /[\u00ad\u200c]$/.test(line.text);
}

function begins({ text, isSetIn }: Measured): boolean {
  return isSetIn || /^(?:[•▪●◦‣*–—-]\s|\(?[\p{Nd}]{1,3}[.)-]\s)/u.test(text);
}

const stops = '.!?؟…:؛;»"”)]/';
const stopInside = /[.!?؟…][»"”)\]]*\s+\S/u;

function endsSentence(text: string): boolean {
  return stops.includes(text.at(-1) ?? '');
}

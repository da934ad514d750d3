/** What parts lines in a text; see `cleanText`. */
const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** The lines of a text as it came, without a mark of its beginning; what ends the last one begins no other. */
export function linesOf(text: string): readonly string[] {
  return text
    .replace(/^\ufeff/, '')
    .replace(/(?:\r\n|[\n\r])$/, '')
    .split(lineBreak);
}

/** A cell or a line as one paragraph, as `cleanText` leaves it. */
export function oneLine(cell: string): string {
  return cell
    .replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/g, ' ')
    .replace(/^ +/, '')
    .replace(/(?<! ) +$/, '');
}

/** How far apart the lengths of two lines that say the same may be: Persian and English are of one length, so a line of a few
 *  words seldom has more than three times the letters of the other. */
const RATIO = 3;
const SLACK = 12;

/** The share of lines that must fit, so that the texts are taken to stand line by line. */
const FITTING = 0.9;

/** True when line n of `a` can be the rendering of line n of `b` throughout: as many lines, empty ones at the same places,
 *  and lengths that go together. A text in one line each is running text. */
export function areLines(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  let lines = 0;
  let fitting = 0;
  for (const [at, line] of a.entries()) {
    const [one, two] = [lettersIn(line), lettersIn(b[at] ?? '')];
    if (one === 0 && two === 0) continue;
    lines += 1;
    if (one > 0 && two > 0 && Math.max(one, two) <= RATIO * Math.min(one, two) + SLACK) fitting += 1;
  }
  return lines >= 2 && fitting >= FITTING * lines && averageSentences(a) <= 2 && averageSentences(b) <= 2;
}

function lettersIn(line: string): number {
  return line.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Paragraphs of running text, even of as many on both sides, hold several sentences each: those are aligned. */
function averageSentences(lines: readonly string[]): number {
  const worded = lines.filter((line) => lettersIn(line) > 0);
  const ends = worded.reduce((sum, line) => sum + (line.match(/[.!?؟…](?=\s|$)/gu)?.length ?? 0), 0);
  return ends / Math.max(1, worded.length);
}

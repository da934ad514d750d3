import type { Checked, Problem } from '../../core/problem.ts';
import { isBlank } from '../../language/characters/blank.ts';
import { type ImportRule, importProblem, refused } from './problems.ts';

/** What ends a line on input: LF, CR LF, CR, vertical tab, form feed, U+0085, U+2028 and U+2029. */
const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const lineBreaks = new RegExp(lineBreak, 'g');

const unfit = /(?![\t\n\v\f\r\u0085])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** Nobody reads more of them, and a binary file has one in every line. */
const MOST_PROBLEMS = 10;

/** `raw` as the source of a document: paragraphs joined by `\n`. A byte order mark is dropped, every kind of line break ends
 *  a paragraph, a tab becomes a space, blank lines go, and so do U+0020 at the edges of a paragraph. All else stays as it
 *  is: ZWNJ, NBSP and marks of direction are content. Refused, each with its line and column: controls (C0, C1, DEL), lone
 *  surrogates, U+FFFE and U+FFFF; and a text in which there is nothing to translate. */
export function cleanText(raw: string): Checked<string> {
  const problems = refusals(raw);
  if (problems.length > 0) return { ok: false, problems };
  const text = textLines(raw.replaceAll('\t', ' '))
    .filter((line) => !isBlank(line))
    .map(withoutEdgeSpaces)
    .join('\n');
  if (text === '') return refused('text.empty');
  if (!/[\p{L}\p{N}]/u.test(text)) return refused('text.no-words');
  return { ok: true, value: text };
}

/** The lines of a text as it came, without a byte order mark: whatever ends a line, as `cleanText` reads it. */
export function textLines(raw: string): readonly string[] {
  return raw.replace(/^\ufeff/, '').split(lineBreak);
}

function refusals(raw: string): readonly Problem[] {
  const found: Problem[] = [];
  let line = 1;
  let lineStart = 0;
  let counted = 0;
  for (const { 0: character, index } of raw.matchAll(unfit)) {
    for (const match of raw.slice(counted, index).matchAll(lineBreaks)) {
      line += 1;
      lineStart = counted + match.index + match[0].length;
    }
    counted = index;
    const code = character.charCodeAt(0);
    const place = { line, column: index - lineStart + 1, values: { code: `U+${hex(code)}` } };
    found.push(importProblem(ruleOf(code), place));
    if (found.length === MOST_PROBLEMS) break;
  }
  return found;
}

function ruleOf(code: number): ImportRule {
  if (code >= 0xfffe) return 'text.noncharacter';
  return code >= 0xd800 ? 'text.surrogate' : 'text.control';
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

/** By hand: ` +$` takes quadratic time on a line of spaces. */
function withoutEdgeSpaces(line: string): string {
  let from = 0;
  let to = line.length;
  while (line[from] === ' ') from += 1;
  while (line[to - 1] === ' ') to -= 1;
  return line.slice(from, to);
}

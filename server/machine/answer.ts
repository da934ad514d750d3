import type { MachineTrouble } from '../../shared/core/machine.ts';
import { asRendering, LONGEST_RENDERING } from '../../shared/doc/model/rendering-text.ts';

/** Characters that hide or turn text: controls of direction, invisible ones that no English needs, and those of tags (U+E0000…), in
 *  which whole sentences can be hidden. */
const hidden =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;
const element = /<\/?[A-Za-z][^<>]{0,1000}>|<!--[^<>]{0,1000}-->|<![A-Za-z[][^<>]{0,1000}>/gu;
/** Elements whose text is not meant to be read. */
const silent = /<(script|style)\b[^<>]{0,1000}>[^<]{0,100000}<\/\1\s*>/giu;
const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The most that the English of a text may be longer than it, in times, and what a short one may have anyway. */
const TIMES = 8;
const ANYWAY = 400;

/** The English that a machine gave for `source` as it may stand in a rendering, or why it may not: markup taken out that the Persian
 *  has not got itself, one line, nothing that hides or turns text, no longer than a translation can be, and in English. */
export function provedAnswer(
  raw: string,
  source: string,
): { readonly english: string } | { readonly rule: MachineTrouble['rule'] } {
  if (raw.length > LONGEST_RENDERING * 2) return { rule: 'long' };
  const english = withoutQuotes(asLine(readReferences(withoutMarkup(raw, source))), source);
  if (english === '') return { rule: 'empty' };
  if (english.length > Math.min(LONGEST_RENDERING, Math.max(ANYWAY, source.length * TIMES))) return { rule: 'long' };
  const persian = english.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = english.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return persian > latin ? { rule: 'foreign' } : { english };
}

/** A short line that a machine says of what went wrong, to be shown. */
export function saidLine(raw: string): string {
  return asLine(raw.slice(0, 2000).replace(element, ' ')).slice(0, 200);
}

/** Markup is found again in what is left, as pieces around one may make another: `<<b>script>`. */
function withoutMarkup(text: string, source: string): string {
  const isOwn = (tag: string) => source.includes(tag);
  let left = text;
  for (let round = 0; round < 5; round++) {
    const less = left
      .replace(silent, (all) => (isOwn(all) ? all : ' '))
      .replace(element, (tag) => (isOwn(tag) ? tag : ''));
    if (less === left) break;
    left = less;
  }
  return left;
}

/** Read once, after the markup is gone: what is a `<` only then is text. */
function readReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,6})|([a-z]{2,4}));/giu, (all, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
    if (code !== null)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '';
    return references[String(name).toLowerCase()] ?? all;
  });
}

function asLine(text: string): string {
  return asRendering(text.replace(hidden, ''))
    .replace(/[ \u00A0\u3000]+/gu, ' ')
    .replace(/^ | $/gu, '');
}

/** Models like to quote what they say; where the Persian is no quotation, the marks around all of it go. */
function withoutQuotes(english: string, source: string): string {
  if (/^\s*[«"“„'‘]/u.test(source)) return english;
  const inner = /^(?:"([^"]+)"|“([^“”]+)”|«([^«»]+)»)$/u.exec(english);
  return inner ? (inner[1] ?? inner[2] ?? inner[3] ?? english).trim() : english;
}

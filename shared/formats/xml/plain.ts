import type { Span } from '../../core/span.ts';
import { xmlCharacters } from './xml.ts';

/** The beginning of an element. */
export interface PlainTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What stands in an element, in order: elements that begin, text, and `null` where the last one that began ends. */
export type PlainContent = readonly (PlainTag | string | null)[];

/** What nothing plain needs: it is left to a parser that knows all. */
const DEEPEST = 16;
const MOST_ATTRIBUTES = 8;

const tagName = /^[A-Za-z][\w.-]*/;
const onlySpace = /^[ \t\n]*$/;
const attribute = /[ \t\n]+([A-Za-z][\w.:-]*)=(?:"([^"<\t\n\r]*)"|'([^'<\t\n\r]*)')/y;

/**
 * The content of one element that is written plainly, `text` from its `<` to its last `>`: elements with names of ASCII letters,
 * attributes and text, with the five entities of XML and references to characters. `null` where anything else is in it, or anything is
 * wrong with it; what it gives is what a parser of XML 1.0 would tell of the same text, many times faster.
 */
export function plainElement(text: string): PlainContent | null {
  const raw = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return isPlainText(raw) ? plainReader()(raw, { from: 0, to: raw.length }) : null;
}

/** False where a text has what is no character of XML, or what may stand in no text of it. */
export function isPlainText(text: string): boolean {
  if (text.includes(']]>')) return false;
  return !xmlCharacters.sign?.test(text) || text.search(xmlCharacters.pattern) < 0;
}

/** A tag as it is written, from its `<` to its `>`. */
interface WrittenTag {
  readonly raw: string;
  readonly tag: PlainTag;
  readonly isEmpty: boolean;
}

/** Reads one element after the other: the content of what stands in `raw` in a range, without carriage returns, and good until the
 *  next is read. `isPlainText` has to be true of it. The tags of one are looked for first where the one before it had them. */
export function plainReader() {
  const content: (PlainTag | string | null)[] = [];
  const open: string[] = [];
  const tags: (WrittenTag | undefined)[] = [];
  const gaps: (string | undefined)[] = [];

  return (raw: string, { from, to }: Span): PlainContent | null => {
    content.length = 0;
    open.length = 0;
    let at = from;
    let turn = 0;
    while (at < to) {
      if (raw.charCodeAt(at) !== LESS) {
        const gap = gaps[turn];
        if (gap !== undefined && raw.startsWith(gap, at) && raw.charCodeAt(at + gap.length) === LESS) {
          content.push(gap);
          at += gap.length;
          continue;
        }
        const end = raw.indexOf('<', at);
        if (end < 0 || end >= to) return null;
        const found = textOf(raw.slice(at, end));
        if (found === null) return null;
        if (end - at <= LONGEST_GAP && raw.charCodeAt(at) === LINE_FEED) gaps[turn] = found;
        content.push(found);
        at = end;
      } else if (raw.charCodeAt(at + 1) === SLASH) {
        const name = open.pop();
        if (name === undefined || !raw.startsWith(name, at + 2)) return null;
        at += 2 + name.length;
        if (raw.charCodeAt(at) !== GREATER) return null;
        at += 1;
        content.push(null);
        if (open.length === 0) return at === to ? content : null;
      } else {
        let written = tags[turn];
        if (written === undefined || !raw.startsWith(written.raw, at)) {
          const end = raw.indexOf('>', at);
          if (end < 0 || end >= to) return null;
          const found = writtenTag(raw.slice(at, end + 1));
          if (found === null) return null;
          if (turn < MOST_EXPECTED) tags[turn] = found.raw.length <= LONGEST_KNOWN ? found : undefined;
          written = found;
        }
        if (open.length >= DEEPEST) return null;
        turn += 1;
        at += written.raw.length;
        content.push(written.tag);
        if (written.isEmpty) content.push(null);
        else open.push(written.tag.name);
        if (open.length === 0) return at === to ? content : null;
      }
    }
    return null;
  };
}

const LINE_FEED = 0x0a;
const LESS = 0x3c;
const SLASH = 0x2f;
const GREATER = 0x3e;

/** Tags that were read before, by how they are written: most of a file are the same few. */
const known = new Map<string, WrittenTag | null>();
const MOST_KNOWN = 512;
const LONGEST_KNOWN = 48;
/** Tags of an element that the next one is expected to have, and units of white space between them. */
const MOST_EXPECTED = 64;
const LONGEST_GAP = 12;

function writtenTag(raw: string): WrittenTag | null {
  const found = known.get(raw);
  if (found !== undefined) return found;
  if (raw.length > LONGEST_KNOWN || known.size >= MOST_KNOWN) return asWritten(raw);
  // A copy: the tag itself would keep the piece of the file that it is a part of.
  const own = raw.split('').join('');
  const tag = asWritten(own);
  known.set(own, tag);
  return tag;
}

function asWritten(raw: string): WrittenTag | null {
  const isEmpty = raw.charCodeAt(raw.length - 2) === SLASH;
  const tag = readTag(raw.slice(1, isEmpty ? -2 : -1));
  return tag && { raw, tag, isEmpty };
}

function readTag(inside: string): PlainTag | null {
  const name = tagName.exec(inside)?.[0];
  if (name === undefined) return null;
  const attributes: Record<string, string> = {};
  let at = name.length;
  for (let count = 0; at < inside.length && !onlySpace.test(inside.slice(at)); count++) {
    attribute.lastIndex = at;
    const [all = '', key = '', double, single = ''] = attribute.exec(inside) ?? [];
    const value = textOf(double ?? single);
    // Names of namespaces and what is in `Object` are left to the parser, and so is a name that stands twice.
    if (all === '' || count >= MOST_ATTRIBUTES || value === null || key in attributes || key.startsWith('xmlns'))
      return null;
    attributes[key] = value;
    at += all.length;
  }
  return { name, attributes };
}

/** Text with its references read; `null` where one is not plain. */
function textOf(raw: string): string | null {
  if (!raw.includes('&')) return raw;
  let isPlain = true;
  const text = raw.replace(/&([^;&]{0,10});|&/g, (_, name: string | undefined) => {
    const read = name === undefined ? undefined : referred(name);
    isPlain &&= read !== undefined;
    return read ?? '';
  });
  return isPlain ? text : null;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function referred(name: string): string | undefined {
  const [, decimal, hexadecimal] = /^#(?:(\d{1,7})|x([\da-fA-F]{1,6}))$/.exec(name) ?? [];
  if (decimal === undefined && hexadecimal === undefined)
    return Object.hasOwn(entities, name) ? entities[name] : undefined;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const isCharacter =
    code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code < 0xfffe);
  return isCharacter ? String.fromCharCode(code) : undefined;
}

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
const attribute = /[ \t\n]+([A-Za-z][\w.:-]*)=(?:"([^"<\t\n\r]*)"|'([^'<\t\n\r]*)')/y;

/**
 * The content of one element that is written plainly, `text` from its `<` to its last `>`: elements with names of ASCII letters,
 * attributes and text, with the five entities of XML and references to characters. `null` where anything else is in it, or anything is
 * wrong with it; what it gives is what a parser of XML 1.0 would tell of the same text, many times faster.
 */
export function plainElement(text: string): PlainContent | null {
  if (xmlCharacters.sign?.test(text) && text.search(xmlCharacters.pattern) >= 0) return null;
  const raw = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const content: (PlainTag | string | null)[] = [];
  const open: string[] = [];
  let at = 0;
  while (at < raw.length) {
    if (raw.charCodeAt(at) !== LESS) {
      const to = raw.indexOf('<', at);
      if (to < 0) return null;
      const found = textOf(raw.slice(at, to));
      if (found === null || found.includes(']]>')) return null;
      content.push(found);
      at = to;
    } else if (raw.charCodeAt(at + 1) === SLASH) {
      const name = open.pop();
      if (name === undefined || !raw.startsWith(name, at + 2)) return null;
      at += 2 + name.length;
      if (raw.charCodeAt(at) !== GREATER) return null;
      at += 1;
      content.push(null);
      if (open.length === 0) return at === raw.length ? content : null;
    } else {
      const to = raw.indexOf('>', at);
      const isEmpty = raw.charCodeAt(to - 1) === SLASH;
      const tag = to < 0 || open.length >= DEEPEST ? null : plainTag(raw.slice(at + 1, isEmpty ? to - 1 : to));
      if (tag === null) return null;
      at = to + 1;
      content.push(tag);
      if (isEmpty) content.push(null);
      else open.push(tag.name);
      if (open.length === 0) return at === raw.length ? content : null;
    }
  }
  return null;
}

const LESS = 0x3c;
const SLASH = 0x2f;
const GREATER = 0x3e;

/** Tags that were read before, by what stands in them: most of a file are the same few. */
const known = new Map<string, PlainTag | null>();
const MOST_KNOWN = 512;
const LONGEST_KNOWN = 48;

/** A tag by what stands between its `<` and its `>` or `/>`. */
function plainTag(inside: string): PlainTag | null {
  const found = known.get(inside);
  if (found !== undefined) return found;
  if (inside.length > LONGEST_KNOWN || known.size >= MOST_KNOWN) return readTag(inside);
  // A copy: the tag itself would keep the piece of the file that it is a part of.
  const own = inside.split('').join('');
  const tag = readTag(own);
  known.set(own, tag);
  return tag;
}

function readTag(inside: string): PlainTag | null {
  const name = tagName.exec(inside)?.[0];
  if (name === undefined) return null;
  const attributes: Record<string, string> = {};
  let at = name.length;
  for (let count = 0; !/^[ \t\n]*$/.test(inside.slice(at)); count++) {
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

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function referred(name: string): string | undefined {
  const [, decimal, hexadecimal] = /^#(?:(\d{1,7})|x([\da-fA-F]{1,6}))$/.exec(name) ?? [];
  if (decimal === undefined && hexadecimal === undefined)
    return Object.hasOwn(entities, name) ? entities[name] : undefined;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const isCharacter =
    code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code < 0xfffe);
  return isCharacter ? String.fromCharCode(code) : undefined;
}

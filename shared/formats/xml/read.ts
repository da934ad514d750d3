import { SaxesParser, type SaxesTagNS, type SaxesTagPlain } from 'saxes';
import type { Problem } from '../../core/problem.ts';
import { corpusProblem } from '../corpus/problems.ts';
import type { TextPlace } from '../text/csv.ts';

/** What a reader of XML is told; `Tag` is how it sees the beginning of an element. */
interface Handler<Tag> {
  /** An element begins; `place` is that of its `<`. */
  open(tag: Tag, place: TextPlace): void;
  text(text: string): void;
  close(): void;
}

/** Names stand as they are written, with their prefixes. */
export type XmlHandler = Handler<SaxesTagPlain>;
/** Names are told by their namespaces (Namespaces in XML 1.0). */
export type NamespaceHandler = Handler<SaxesTagNS>;

/** A document on its way in. */
export interface XmlReader {
  write(piece: string): void;
  end(): void;
  /** Goes on behind `text`, which somebody else has read: only places count it. */
  skip(text: string): void;
  /** Where it stands. */
  place(): TextPlace;
  /** Why nothing more is read. */
  readonly problem: Problem | null;
}

/** What no corpus needs and only a file made to do harm has. */
const MAX_DEPTH = 256;
const MAX_LENGTH = 16_777_216;
const MAX_ATTRIBUTES = 256;
/** Characters that are parsed at once, so that a failure ends the work soon. */
const PIECE = 65_536;

/** Tells `handler` what stands in a document (XML 1.0, 5th edition, well-formed). No document type is loaded and no entity but
 *  the five of XML itself is known, so that nothing can be made to grow or be fetched. */
export function xmlReader(handler: XmlHandler): XmlReader {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const reader = new Reading(parser, handler);
  parser.on('opentag', (tag) => reader.open(() => handler.open(tag, reader.start)));
  return reader;
}

/** The same, with namespaces. */
export function namespaceReader(handler: NamespaceHandler): XmlReader {
  const parser = new SaxesParser<{ xmlns: true }>({ xmlns: true });
  const reader = new Reading(parser, handler);
  parser.on('opentag', (tag) => reader.open(() => handler.open(tag, reader.start)));
  return reader;
}

/** What a parser is, with namespaces or without. */
type Parser = Pick<SaxesParser<{ xmlns: boolean }>, 'write' | 'close' | 'position' | 'line' | 'columnIndex'> & {
  on(event: 'error', listener: (error: Error) => void): void;
  on(event: 'opentagstart', listener: (tag: { readonly name: string }) => void): void;
  on(event: 'text' | 'cdata', listener: (text: string) => void): void;
  on(event: 'attribute' | 'closetag', listener: () => void): void;
};

class Reading implements XmlReader {
  problem: Problem | null = null;
  /** Where the last element began. */
  start: TextPlace = { line: 1, column: 1 };
  private readonly parser: Parser;
  private depth = 0;
  private attributes = 0;
  /** Where the parser stood when it last told something. */
  private told = 0;
  /** Lines that were skipped, and columns on the line on which the parser then stood. */
  private skipped = { lines: 0, line: 0, columns: 0 };

  constructor(parser: Parser, handler: Pick<Handler<unknown>, 'text' | 'close'>) {
    this.parser = parser;
    parser.on('error', ({ message }) => {
      const detail = `${message.replace(/^\S*\d+:\d+:\s*/, '').replace(/\.?$/, '')}.`;
      this.fail(corpusProblem('xml.not-well-formed', { ...this.place(), values: { detail } }));
    });
    parser.on('opentagstart', ({ name }) => {
      this.attributes = 0;
      const column = parser.columnIndex - name.length - 1;
      this.start =
        column > 0 ? this.placeOf(parser.line, column) : { line: parser.line - 1 + this.skipped.lines, column: 1 };
    });
    parser.on('attribute', () => {
      this.attributes += 1;
      if (this.attributes > MAX_ATTRIBUTES) this.limit('xml.attributes', MAX_ATTRIBUTES);
    });
    parser.on('text', (text) => this.tell(() => handler.text(text)));
    parser.on('cdata', (text) => this.tell(() => handler.text(text)));
    parser.on('closetag', () => {
      this.depth -= 1;
      this.tell(() => handler.close());
    });
  }

  open(say: () => void): void {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) this.limit('xml.depth', MAX_DEPTH);
    this.tell(say);
  }

  write(piece: string): void {
    for (let at = 0; at < piece.length && this.problem === null; at += PIECE) {
      this.parser.write(piece.slice(at, at + PIECE));
      if (this.parser.position - this.told > MAX_LENGTH) this.limit('xml.length', MAX_LENGTH);
    }
  }

  end(): void {
    if (this.problem === null) this.parser.close();
  }

  private tell(say: () => void): void {
    this.told = this.parser.position;
    if (this.problem === null) say();
  }

  private limit(rule: 'xml.attributes' | 'xml.depth' | 'xml.length', limit: number): void {
    this.fail(corpusProblem(rule, { ...this.start, values: { limit } }));
  }

  private fail(found: Problem): void {
    this.problem ??= found;
  }

  skip(text: string): void {
    const { line, columnIndex } = this.parser;
    const { lines, columns } = this.skipped.line === line ? this.skipped : { ...this.skipped, columns: 0 };
    const breaks = text.includes('\r') ? (text.match(/\r\n?|\n/g)?.length ?? 0) : lineFeeds(text);
    const last = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    this.skipped =
      breaks === 0
        ? { lines, line, columns: columns + text.length }
        : { lines: lines + breaks, line, columns: text.length - last - 1 - columnIndex };
    this.told = this.parser.position;
  }

  place(): TextPlace {
    return this.placeOf(this.parser.line, this.parser.columnIndex + 1);
  }

  private placeOf(line: number, column: number): TextPlace {
    const { lines, columns, line: skippedOn } = this.skipped;
    return { line: line + lines, column: line === skippedOn ? column + columns : column };
  }
}

function lineFeeds(text: string): number {
  let found = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found += 1;
  return found;
}

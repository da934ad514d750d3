import { SaxesParser } from 'saxes';
import type { Problem } from '../../core/problem.ts';
import { corpusProblem } from '../corpus/problems.ts';
import type { TextPlace } from '../text/csv.ts';

/** What a reader of XML is told. Names stand as they are written, with their prefixes. */
export interface XmlHandler {
  /** An element begins; `place` is that of its `<`. */
  open(name: string, attributes: Readonly<Record<string, string>>, place: TextPlace): void;
  text(text: string): void;
  close(name: string): void;
}

/** A document on its way in. */
export interface XmlReader {
  write(piece: string): void;
  end(): void;
  /** Why nothing more is read. */
  readonly problem: Problem | null;
  /** Where the reader stands. */
  place(): TextPlace;
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
  const parser = new SaxesParser();
  let problem: Problem | null = null;
  let depth = 0;
  let attributes = 0;
  let start: TextPlace = { line: 1, column: 1 };
  let told = 0;

  const place = (): TextPlace => ({ line: parser.line, column: parser.columnIndex + 1 });
  const fail = (found: Problem) => {
    problem ??= found;
  };
  const tell = (say: () => void) => {
    told = parser.position;
    if (problem === null) say();
  };

  parser.on('error', ({ message }) => {
    const detail = `${message.replace(/^\S*\d+:\d+:\s*/, '').replace(/\.?$/, '')}.`;
    fail(corpusProblem('xml.not-well-formed', { ...place(), values: { detail } }));
  });
  parser.on('opentagstart', ({ name }) => {
    attributes = 0;
    const column = parser.columnIndex - name.length - 1;
    start = column > 0 ? { line: parser.line, column } : { line: parser.line - 1, column: 1 };
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes === MAX_ATTRIBUTES + 1)
      fail(corpusProblem('xml.attributes', { ...start, values: { limit: MAX_ATTRIBUTES } }));
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) fail(corpusProblem('xml.depth', { ...start, values: { limit: MAX_DEPTH } }));
    tell(() => handler.open(tag.name, tag.attributes, start));
  });
  parser.on('text', (text) => tell(() => handler.text(text)));
  parser.on('cdata', (text) => tell(() => handler.text(text)));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    tell(() => handler.close(name));
  });

  return {
    write(piece) {
      for (let at = 0; at < piece.length && problem === null; at += PIECE) {
        parser.write(piece.slice(at, at + PIECE));
        if (parser.position - told > MAX_LENGTH)
          fail(corpusProblem('xml.length', { ...place(), values: { limit: MAX_LENGTH } }));
      }
    },
    end() {
      if (problem === null) parser.close();
    },
    get problem() {
      return problem;
    },
    place,
  };
}

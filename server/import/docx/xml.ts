import { SaxesParser } from 'saxes';
import { docxLimits } from './limits.ts';
import { type Vocabulary, vocabularyOf } from './namespaces.ts';

/** An element as the readers of a package see it: attributes by their local names. */
export interface Element {
  /** `w:p`, `m:t`: the vocabulary and the local name, whatever the prefix in the file. */
  readonly name: string;
  readonly vocabulary: Vocabulary;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Hears the elements and texts of a part in the order of the file. */
export interface Listener {
  open(element: Element): void;
  close(element: Element): void;
  text?(text: string): void;
}

/** Thrown through the parser where a part breaks a rule; `xmlRule` tells which. */
class Refusal extends Error {
  readonly rule: XmlRule;
  constructor(rule: XmlRule) {
    super(rule);
    this.rule = rule;
  }
}

export type XmlRule = 'damaged' | 'tags';

const CHUNK = 65_536;

/** Reads a part as a stream of events; what is wrong with it comes back, `null` for nothing. Refused are XML that is not
 *  well-formed, a document type declaration (OPC forbids it, ECMA-376, part 2, section 8.1.4: it is for entities that grow),
 *  more elements than `budget` has left, and elements nested deeper than any document. */
export function readXml(part: Uint8Array, listener: Listener, budget: { tags: number }): XmlRule | null {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const path: Element[] = [];
  const refuse = (rule: XmlRule) => {
    throw new Refusal(rule);
  };
  parser.on('error', () => refuse('damaged'));
  parser.on('doctype', () => refuse('damaged'));
  parser.on('opentag', ({ local, uri, attributes }) => {
    budget.tags -= 1;
    if (budget.tags < 0) refuse('tags');
    if (path.length === docxLimits.depth) refuse('damaged');
    const vocabulary = vocabularyOf(uri);
    const own = Object.values(attributes).map(({ local: name, value }) => [name, value]);
    const element = { name: `${vocabulary}:${local}`, vocabulary, attributes: Object.fromEntries(own) };
    path.push(element);
    listener.open(element);
  });
  parser.on('closetag', () => {
    const element = path.pop();
    if (element) listener.close(element);
  });
  const heard = (text: string) => listener.text?.(text);
  parser.on('text', heard);
  parser.on('cdata', heard);
  try {
    const text = new TextDecoder(encodingOf(part), { fatal: true }).decode(part);
    for (let from = 0; from < text.length; from += CHUNK) parser.write(text.slice(from, from + CHUNK));
    parser.close();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.rule;
    if (error instanceof TypeError) return 'damaged';
    throw error;
  }
}

/** A part is UTF-8, or UTF-16 with its mark (ECMA-376, part 2, section 8.1.4). */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

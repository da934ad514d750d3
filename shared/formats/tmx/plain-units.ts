import type { TextPlace } from '../text/csv.ts';
import { type PlainContent, type PlainTag, plainElement } from '../xml/plain.ts';
import type { XmlReader } from '../xml/read.ts';

/** What is told of a TMX file, and how far it is. */
export interface UnitsHandler {
  open(tag: PlainTag, place: TextPlace): void;
  text(text: string): void;
  close(): void;
  /** How often the body began or a unit ended. */
  readonly borders: number;
  /** True right below the body. */
  readonly isInBody: boolean;
  readonly isRefused: boolean;
}

/** A unit that is longer is left to the parser, which takes it in pieces. */
const LONGEST = 1_048_576;
/** A tag that is cut at the end of a piece, and longer, is no border. */
const LONGEST_TAG = 1024;

const border = /<\/tu>|<body(?:[ \t\r\n][^<>]*)?>/g;
const space = /[ \t\r\n]*/y;

/** Reads a TMX file for `handler`, whose parser is `xml`: units that are written plainly by themselves, many times faster, and all
 *  else, with whatever is between, by the parser. What is told, places and problems too, is what the parser would tell of it all. */
export function plainUnits(xml: XmlReader, handler: UnitsHandler) {
  let rest = '';
  let isBetween = false;

  /** Has the parser read a stretch that ends with a border, where it is one and not the text of a comment. */
  const parseTo = (before: string, tag: string) => {
    xml.write(before);
    const { borders } = handler;
    xml.write(tag);
    isBetween = handler.borders === borders + 1 && handler.isInBody;
  };
  /** Reads what stands at `from`; gives how far, or -1 where more has to come first. */
  const unit = (from: number): number => {
    space.lastIndex = from;
    space.exec(rest);
    const start = space.lastIndex;
    if (rest.length < start + 4) return -1;
    if (!rest.startsWith('<tu', start) || !'> \n\t\r'.includes(rest[start + 3] ?? '')) {
      isBetween = false;
      return from;
    }
    const end = rest.indexOf('</tu>', start);
    if (end < 0 && rest.length - start < LONGEST) return -1;
    const content = end < 0 || end - start > LONGEST ? null : plainElement(rest.slice(start, end + 5));
    if (content === null || !isTold(content)) {
      isBetween = false;
      return from;
    }
    xml.skip(rest.slice(from, start));
    tell(content, handler, xml.place());
    xml.skip(rest.slice(start, end + 5));
    return end + 5;
  };
  /** Has the parser read on from `from` to behind the next border. */
  const parse = (from: number): number => {
    border.lastIndex = from;
    const found = border.exec(rest);
    if (found !== null) {
      parseTo(rest.slice(from, found.index), found[0]);
      return border.lastIndex;
    }
    const cut = rest.lastIndexOf('<');
    const isCut = cut >= from && !rest.includes('>', cut) && rest.length - cut < LONGEST_TAG;
    const to = isCut ? cut : rest.length;
    xml.write(rest.slice(from, to));
    rest = rest.slice(to);
    return -1;
  };

  return {
    write(piece: string): void {
      rest += piece;
      let at = 0;
      while (xml.problem === null && !handler.isRefused) {
        const to = isBetween ? unit(at) : parse(at);
        if (to < 0 && !isBetween) return;
        if (to < 0) break;
        at = to;
      }
      rest = rest.slice(at);
    },
    end(): void {
      xml.write(rest);
      rest = '';
      xml.end();
    },
  };
}

/** False where the parser has something to say of the place of a variant. */
function isTold(content: PlainContent): boolean {
  return content.every((part) => {
    if (part === null || typeof part === 'string' || part.name !== 'tuv') return true;
    return (part.attributes['xml:lang'] ?? part.attributes.lang ?? '') !== '';
  });
}

function tell(content: PlainContent, handler: UnitsHandler, place: TextPlace): void {
  for (const part of content) {
    if (part === null) handler.close();
    else if (typeof part === 'string') handler.text(part);
    else handler.open(part, place);
  }
}

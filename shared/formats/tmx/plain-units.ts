import type { TextPlace } from '../text/csv.ts';
import { isPlainText, type PlainContent, type PlainTag, plainReader } from '../xml/plain.ts';
import type { XmlReader } from '../xml/read.ts';

/** Where something begins: most places are never asked for. */
export type Place = TextPlace | (() => TextPlace);

export function placeAt(place: Place): TextPlace {
  return typeof place === 'function' ? place() : place;
}

/** What is told of a TMX file, and how far it is. */
export interface UnitsHandler {
  /** A place that has to be worked out is good until the element that begins there ends. */
  open(tag: PlainTag, place: Place): void;
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
  /** What is true of all of `rest` need not be looked for unit by unit. */
  let isPlain = true;
  let hasReturns = false;
  /** How much of `rest` the parser knows of, and where the unit that is told begins. */
  let counted = 0;
  let start = 0;
  const read = plainReader();

  const skipTo = (to: number) => {
    if (to > counted) xml.skip(rest.slice(counted, to));
    counted = to;
  };
  const startPlace = () => {
    skipTo(start);
    return xml.place();
  };
  /** Has the parser read a stretch that ends with a border, where it is one and not the text of a comment. */
  const parseTo = (before: string, tag: string) => {
    xml.write(before);
    const { borders } = handler;
    xml.write(tag);
    isBetween = handler.borders === borders + 1 && handler.isInBody;
  };
  /** The content of a unit, if it is plain. */
  const plainContent = (from: number, to: number): PlainContent | null => {
    if (!isPlain && !isPlainText(rest.slice(from, to))) return null;
    if (!hasReturns) return read(rest, { from, to });
    const text = rest.slice(from, to).replace(/\r\n?/g, '\n');
    return read(text, { from: 0, to: text.length });
  };
  /** Reads what stands at `from`; gives how far, or -1 where more has to come first. */
  const unit = (from: number): number => {
    space.lastIndex = from;
    space.exec(rest);
    start = space.lastIndex;
    if (rest.length < start + 4) return -1;
    if (!rest.startsWith('<tu', start) || !'> \n\t\r'.includes(rest[start + 3] ?? '')) {
      isBetween = false;
      return from;
    }
    const end = rest.indexOf('</tu>', start);
    if (end < 0 && rest.length - start < LONGEST) return -1;
    const content = end < 0 || end - start > LONGEST ? null : plainContent(start, end + 5);
    if (content === null || !isTold(content)) {
      isBetween = false;
      return from;
    }
    tell(content, handler, startPlace);
    return end + 5;
  };
  /** Has the parser read on from `from` to behind the next border. */
  const parse = (from: number): number => {
    skipTo(from);
    border.lastIndex = from;
    const found = border.exec(rest);
    if (found !== null) {
      parseTo(rest.slice(from, found.index), found[0]);
      counted = border.lastIndex;
      return border.lastIndex;
    }
    const cut = rest.lastIndexOf('<');
    const isCut = cut >= from && !rest.includes('>', cut) && rest.length - cut < LONGEST_TAG;
    const to = isCut ? cut : rest.length;
    xml.write(rest.slice(from, to));
    rest = rest.slice(to);
    counted = 0;
    return -1;
  };

  return {
    write(piece: string): void {
      rest += piece;
      isPlain = isPlainText(rest);
      hasReturns = rest.includes('\r');
      let at = 0;
      while (xml.problem === null && !handler.isRefused) {
        const to = isBetween ? unit(at) : parse(at);
        if (to < 0 && !isBetween) return;
        if (to < 0) break;
        at = to;
      }
      skipTo(at);
      rest = rest.slice(at);
      counted = 0;
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
  for (const part of content) {
    if (part === null || typeof part === 'string' || part.name !== 'tuv') continue;
    if ((part.attributes['xml:lang'] ?? part.attributes.lang ?? '') === '') return false;
  }
  return true;
}

function tell(content: PlainContent, handler: UnitsHandler, place: () => TextPlace): void {
  for (const part of content) {
    if (part === null) handler.close();
    else if (typeof part === 'string') handler.text(part);
    else handler.open(part, place);
  }
}

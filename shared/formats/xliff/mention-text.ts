import { type MarkedPiece, markedPieces } from '../corpus/marked-text.ts';
import type { CorpusMention } from '../corpus/row.ts';
import { escapeAttribute, escapeText, xmlCharacters } from '../xml/xml.ts';
import { nmtoken } from './values.ts';

/** Under which names labels and entities are meant (RFC 2141). */
export const LABEL = 'urn:x-radif:label:';
export const ENTITY = 'urn:x-radif:entity:';

interface Mark {
  readonly id: string;
  readonly mention: CorpusMention;
  readonly from: number;
  readonly to: number;
}

/** One side of a row as the content of a <source> or <target> of XLIFF 2: mentions are annotations of ITS text analysis (XLIFF
 *  2.1, section 5.9.5; crossing ones as <sm> and <em>), and characters that XML does not have are <cp>. */
export function inlineContent(text: string, side: 'fa' | 'en', mentions: readonly CorpusMention[]): string {
  return markedPieces(text, marksOf(side, mentions)).map(pieceText).join('');
}

function marksOf(side: 'fa' | 'en', mentions: readonly CorpusMention[]): readonly Mark[] {
  const taken = new Set<string>();
  return mentions.flatMap((mention, index) => {
    const id = nmtoken.test(mention.id) && !taken.has(mention.id) ? mention.id : `mention-${index + 1}`;
    taken.add(id);
    const range = mention[side];
    return range === null ? [] : [{ id, mention, from: range.from, to: range.to }];
  });
}

function pieceText(piece: MarkedPiece<Mark>): string {
  if (piece.kind === 'text') return withCodePoints(piece.text);
  const { mark, whole } = piece;
  if (piece.kind === 'end') return whole ? '</mrk>' : `<em startRef="${mark.id}"/>`;
  const { label, entity } = mark.mention;
  const attributes = [
    ['id', mark.id],
    ['type', 'its:generic'],
    ['its:taClassRef', LABEL + encodeURIComponent(wellFormedText(label))],
    ...(entity === null ? [] : [['its:taIdentRef', ENTITY + encodeURIComponent(wellFormedText(entity))]]),
  ];
  const written = attributes.map(([name, value = '']) => ` ${name}="${escapeAttribute(value)}"`).join('');
  return whole ? `<mrk${written}>` : `<sm${written}/>`;
}

/** A text with <cp> for each character that XML does not have. */
function withCodePoints(text: string): string {
  return text
    .split(/([^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}])/u)
    .map((part, index) => (index % 2 === 0 ? escapeText(part) : codePoint(part)))
    .join('');
}

function codePoint(character: string): string {
  return `<cp hex="${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}"/>`;
}

/** A text for where XLIFF has no <cp>: what XML does not have is taken out. */
export function plainText(text: string): string {
  return escapeText(text.replace(xmlCharacters.pattern, ''));
}

/** Halves of surrogate pairs have no escape in an IRI. */
function wellFormedText(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

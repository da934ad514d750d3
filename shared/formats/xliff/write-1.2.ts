import { product } from '../../core/product.ts';
import { isAsTaken } from '../../core/taken.ts';
import type { Writer } from '../corpus/format.ts';
import { type MarkedPiece, markedPieces } from '../corpus/marked-text.ts';
import type { CorpusMention, CorpusRow, ExportOptions, LossRule } from '../corpus/row.ts';
import { escapeAttribute, escapeText, xmlCharacters } from '../xml/xml.ts';
import { mtypeOf, nameToken } from './mark-names.ts';
import { plainText } from './mention-text.ts';
import { documentFacts, type Facts, rowFacts, sameFile } from './row-facts.ts';
import { PREFIX, state12 } from './states.ts';

/** XLIFF 1.2 (OASIS Standard, 2008): one `file` a document, one `trans-unit` a row, its one segment in `seg-source` and in the
 *  target as `mrk mtype="seg"`. Mentions are `mrk mtype="x-radif-LABEL"`, white space in it as `%20`; one that crosses another has no place in it and is
 *  counted. What else Radif knows stands in elements of a namespace of its own, as the standard allows at the end of a unit. */
export function xliff12({ fa, en }: Pick<ExportOptions, 'fa' | 'en'>): Writer {
  const opened = (
    row: CorpusRow,
    index: number,
  ) => `  <file original="${attributeText(row.title) || `document-${index + 1}`}" source-language="${fa}" target-language="${en}" datatype="plaintext" tool-id="${product.name}">
    <header><tool tool-id="${product.name}" tool-name="${product.name}" tool-version="${product.version}"/></header>
    <body>
`;
  return {
    files: [{ ending: 'xlf', mediaType: 'application/xliff+xml' }],
    needs: [],
    fittings: [xmlCharacters],
    losses,
    open: [
      '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:radif="urn:x-radif:facts">\n',
    ],
    row: (row, index, before) => [
      sameFile(before, row) ? unit(row, index) : `${closed(before)}${opened(row, index)}${unit(row, index)}`,
    ],
    close: (last) => [
      last === null
        ? `  <file original="empty" source-language="${fa}" target-language="${en}" datatype="plaintext"><body/></file>\n</xliff>\n`
        : `${closed(last)}</xliff>\n`,
    ],
  };
}

function closed(last: CorpusRow | null): string {
  return last === null ? '' : '    </body>\n  </file>\n';
}

function unit(row: CorpusRow, index: number): string {
  const state = state12(row.status);
  const isApproved = row.status === 'reviewed' || row.status === 'final';
  const facts: Facts = [...documentFacts(row), ...rowFacts(row)];
  const target =
    row.en === '' && row.status === 'initial'
      ? ''
      : `        <target state="${state}"${qualifier(row)}><mrk mtype="seg" mid="1">${inlineContent(row.en, 'en', row.mentions)}</mrk></target>\n`;
  const source = inlineContent(row.fa, 'fa', row.mentions);
  const notes = row.remarks.map(({ name, text }) => {
    const from = name === null ? '' : ` from="${attributeText(name)}"`;
    return `        <note${from}>${plainText(text)}</note>\n`;
  });
  return `      <trans-unit id="u${index + 1}" resname="${attributeText(row.segment)}" approved="${isApproved ? 'yes' : 'no'}" xml:space="preserve">
        <source>${source}</source>
        <seg-source><mrk mtype="seg" mid="1">${source}</mrk></seg-source>
${target}${notes.join('')}${facts.map(([name, value]) => `        <radif:fact name="${name}">${plainText(value)}</radif:fact>\n`).join('')}      </trans-unit>
`;
}

interface Mark {
  readonly mention: CorpusMention;
  readonly from: number;
  readonly to: number;
}

function marksOf(side: 'fa' | 'en', mentions: readonly CorpusMention[]): readonly Mark[] {
  return mentions.flatMap((mention) => {
    const range = mention[side];
    return range === null ? [] : [{ mention, from: range.from, to: range.to }];
  });
}

function inlineContent(text: string, side: 'fa' | 'en', mentions: readonly CorpusMention[]): string {
  return markedPieces(text, marksOf(side, mentions)).map(pieceText).join('');
}

function pieceText(piece: MarkedPiece<Mark>): string {
  if (piece.kind === 'text') return escapeText(piece.text);
  if (!piece.whole) return '';
  if (piece.kind === 'end') return '</mrk>';
  const { id, label, entity } = piece.mark.mention;
  const comment = entity === null ? '' : ` comment="${attributeText(entity)}"`;
  return `<mrk mtype="x-${PREFIX}-${attributeText(mtypeOf(label))}" mid="${nameToken(id)}"${comment}>`;
}

/** Mentions that cross others on a side. */
function losses(row: CorpusRow): readonly LossRule[] {
  const crossing = (['fa', 'en'] as const).flatMap((side) =>
    markedPieces(row[side], marksOf(side, row.mentions)).filter((piece) => piece.kind === 'begin' && !piece.whole),
  );
  return crossing.map(() => 'crossing-mention');
}

function attributeText(text: string): string {
  return escapeAttribute(text.replace(xmlCharacters.pattern, ''));
}

/** How a rendering that still reads as it came was found (section 2.3, `state-qualifier`). */
function qualifier({ en, taken }: CorpusRow): string {
  if (taken === undefined || !isAsTaken(en, taken)) return '';
  const { score } = taken;
  const found = score === null ? 'leveraged-mt' : score >= 100 ? 'exact-match' : 'fuzzy-match';
  return ` state-qualifier="${found}"`;
}

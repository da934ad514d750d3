import { statusNames } from '../../core/status.ts';
import { lacking, type Writer } from '../corpus/format.ts';
import type { CorpusRow } from '../corpus/row.ts';
import { xmlCharacters } from '../xml/xml.ts';
import { docxFile, docxFrame } from './package.ts';
import { paragraph, run } from './text.ts';

/** What stands before the id and the version of a document, over its table, and before the id of a segment, in its first cell. */
export const DOCUMENT_MARK = 'Radif document';
export const SEGMENT_MARK = 'id:';

/** Widths of the columns in twentieths of a point: number and id, Persian, English, state. */
const widths = [1100, 6000, 6000, 1470] as const;

const cell = (width: number, content: string, shade = '') =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}</w:tcPr>${content}</w:tc>`;

const headShade = '<w:shd w:val="clear" w:color="auto" w:fill="E7EBF3"/>';
const headings = ['No.', 'Persian', 'English', 'State'] as const;
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="B8BEC9"/>`)
  .join('');
const tableHead = `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${headings.map((text, column) => cell(widths[column] ?? 0, paragraph(run(text, { isBold: true }), 'Cell'), headShade)).join('')}</w:tr>`;

/** A Word document (ECMA-376, transitional) for review: each document a table of number, Persian, English and state, with its id and version
 *  over it and the id of each segment in its row, so that what somebody changes in the English and the states can be brought
 *  back. States have the names that people see, in English. Line breaks in a text are its own and not Word's: none are there. */
export function docxTable(): Writer {
  const { open, close } = docxFrame(true);
  return {
    files: [docxFile],
    needs: [],
    fittings: [xmlCharacters],
    losses: lacking('mention', 'link', 'remark', 'alignment', 'taken'),
    open: [open],
    row: (row, index, before) => [
      `${before?.document === row.document ? '' : tableOf(row, before)}${rowOf(row, index)}`,
    ],
    close: (last) => [`${last === null ? '' : '</w:tbl>'}${paragraph('', 'Normal')}${close}`],
    shown: ({ fa, en, status }, index) => `${index + 1}\t${fa}\t${en}\t${statusNames[status]}\n`,
  };
}

function tableOf({ document, title, version }: CorpusRow, before: CorpusRow | null): string {
  const told = run(`${DOCUMENT_MARK} ${document} version ${version}`, { size: 14, colour: '6B7280' });
  return `${before === null ? '' : '</w:tbl>'}${paragraph(run(title), 'Heading1')}${paragraph(told, 'Normal')}${tableHead}`;
}

function rowOf({ segment, fa, en, status }: CorpusRow, index: number): string {
  const id = run(`${SEGMENT_MARK}${segment}`, { size: 6, colour: '9AA1AD' });
  const cells = [
    paragraph(run(String(index + 1)), 'Cell') + paragraph(id, 'Cell'),
    paragraph(run(fa, { isPersian: true }), 'Cell', true),
    paragraph(run(en), 'Cell'),
    paragraph(run(statusNames[status]), 'Cell'),
  ];
  return `<w:tr>${cells.map((content, column) => cell(widths[column] ?? 0, content)).join('')}</w:tr>`;
}

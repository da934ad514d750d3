import { type FileType, lacking, type Writer } from '../corpus/format.ts';
import { columns, record } from '../corpus/record.ts';
import { escapeText, xmlCharacters } from '../xml/xml.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Formats of cells: text that stays text when it is edited, whatever it begins with (`quotePrefix`), the same from right to left, and bold. */
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf numFmtId="49" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1" readingOrder="1"/></xf><xf numFmtId="49" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1" readingOrder="2"/></xf><xf fontId="1" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

const workbook: FileType = {
  ending: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  packing: {
    part: 'xl/worksheets/sheet1.xml',
    beside: {
      '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
      '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Radif" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
      'xl/styles.xml': styles,
    },
  },
};

/** Widths of columns in characters; the two texts have room. */
const widths = columns.map((column) => (column === 'fa' || column === 'en' ? 60 : column === 'title' ? 24 : 12));
const columnsXml = widths
  .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
  .join('');

/** Rows that a sheet may have below that of the headings: with more, Excel says that the file is damaged. */
const MOST_ROWS = 1_048_575;

/** Characters that a cell may have: of one with more, Excel says that the file is damaged, and cuts it. */
const LONGEST_CELL = 32_767;

/** A workbook (ECMA-376, transitional) of one sheet with the columns of `tsv`. Every text is a cell of text and stays one when it is edited, so that
 *  nothing in it is ever taken for a formula; numbers are numbers. Rows beyond what a sheet holds begin no other one: a corpus
 *  of more is for CSV. */
export function xlsx(): Writer {
  const line = (number: number, cells: readonly string[]) => `<row r="${number}">${cells.join('')}</row>`;
  const title = columns.map((name, index) => textCell(index, 1, name, 3));
  return {
    files: [workbook],
    needs: [],
    most: MOST_ROWS,
    longest: LONGEST_CELL,
    fittings: [xmlCharacters],
    losses: lacking('mention', 'link', 'remark', 'alignment', 'taken'),
    open: [
      `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columnsXml}</cols><sheetData>${line(1, title)}`,
    ],
    row(row, index) {
      const number = index + 2;
      const cells = Object.entries(record(row)).map(([name, value], column) => {
        if (value === null || value === '') return '';
        if (typeof value === 'number') return `<c r="${letterOf(column)}${number}"><v>${value}</v></c>`;
        return textCell(column, number, value, name === 'fa' ? 2 : 1);
      });
      return [line(number, cells)];
    },
    close: () => ['</sheetData></worksheet>'],
    shown: (row) =>
      `${Object.values(record(row))
        .map((value) => String(value ?? ''))
        .join('\t')}\n`,
  };
}

function textCell(column: number, row: number, text: string, style: number): string {
  return `<c r="${letterOf(column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
}

/** `A` for the first column; there are fewer than 26. */
function letterOf(column: number): string {
  return String.fromCharCode(65 + column);
}

import { SaxesParser } from 'saxes';
import type { Checked } from '../../../shared/core/problem.ts';
import { corpusProblem } from '../../../shared/formats/corpus/problems.ts';
import { refused } from '../../../shared/formats/text/problems.ts';
import { docxLimits, inMiB } from '../docx/limits.ts';
import { readDirectory } from '../docx/zip-archive.ts';

/** What a workbook may unpack to, in bytes of the parts that are read, and how wide a table of two languages may be. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_COLUMNS = 64;
/** Characters that all cells may have together: many cells may show one long text, which stands in the package once. */
const MOST_CHARACTERS = 64 * 1024 * 1024;
/** Rows of a sheet (ECMA-376 knows no more), and how deep its elements may be nested; no program nests 20 deep. */
const MOST_ROWS = 2 ** 20;
const DEPTH = 100;

type Parts = Readonly<Record<string, Uint8Array>>;

/** The cells of the first sheet of a workbook (ECMA-376, part 1, section 18), row by row, as the text that they show: texts
 *  as they are, without the readings over them, numbers as they are stored, of formulas the value that was last computed.
 *  Empty cells are empty texts. What is encrypted, is not what its directory says, or was made to fill the memory is refused. */
export async function readXlsx(bytes: Uint8Array): Promise<Checked<readonly (readonly string[])[]>> {
  const wanted = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/i;
  const entries = (await readDirectory(bytes))?.filter(({ name }) => wanted.test(name));
  if (!entries) return refused('pair.xlsx-damaged');
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MOST_BYTES) {
    return refused('pair.xlsx-too-large', { values: { size: inMiB(total), limit: inMiB(MOST_BYTES) } });
  }
  const files: Record<string, Uint8Array> = {};
  for (const { name, size, packed, unpack } of entries) {
    const ratio = size > docxLimits.ratioFrom ? size / Math.max(packed, 1) : 1;
    if (ratio > docxLimits.ratio) {
      return { ok: false, problems: [corpusProblem('archive.ratio', { values: { name, ratio: Math.round(ratio) } })] };
    }
    const part = await unpack();
    if (part === null) return refused('pair.xlsx-damaged');
    files[name] = part;
  }
  try {
    const sheet = files[firstSheet(files)];
    if (sheet === undefined) return refused('pair.xlsx-damaged');
    return { ok: true, value: cellsOf(textOf(sheet), sharedStrings(files['xl/sharedStrings.xml'])) };
  } catch (error) {
    if (error instanceof TooLong) {
      return refused('pair.xlsx-cells', { values: { row: error.row, limit: MOST_CHARACTERS / (1024 * 1024) } });
    }
    return refused('pair.xlsx-damaged');
  }
}

/** The cells up to a row, counted from 1, have more characters than a workbook may. */
class TooLong extends Error {
  readonly row: number;

  constructor(row: number) {
    super(`Too much text up to row ${row}`);
    this.row = row;
  }
}

const textOf = (file: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(file);

/** The path of the sheet that stands first in the workbook. */
function firstSheet(files: Parts): string {
  const [workbook, relations] = [files['xl/workbook.xml'], files['xl/_rels/workbook.xml.rels']];
  let id: string | undefined;
  let target: string | undefined;
  if (workbook) {
    parse(textOf(workbook), {
      open: (name, attributes) => {
        if (name === 'sheet')
          id ??= attributes['r:id'] ?? Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1];
      },
    });
  }
  if (relations) {
    parse(textOf(relations), {
      open: (name, { Id, Target }) => {
        if (name === 'Relationship' && Id === id) target = Target;
      },
    });
  }
  return target === undefined ? 'xl/worksheets/sheet1.xml' : target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** The texts that cells point at. */
function sharedStrings(file: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  if (!file) return strings;
  let inText = false;
  let readings = 0;
  parse(textOf(file), {
    open(name) {
      if (name === 'si') strings.push('');
      if (name === 'rPh') readings += 1;
      inText = name === 't' && readings === 0;
    },
    text(part) {
      if (inText) strings[strings.length - 1] += part;
    },
    close(name) {
      if (name === 'rPh') readings -= 1;
      inText = false;
    },
  });
  return strings;
}

function cellsOf(xml: string, strings: readonly string[]): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let column = 0;
  let characters = 0;
  let type = '';
  let value = '';
  let reading = false;
  let readings = 0;
  parse(xml, {
    open(name, attributes) {
      if (name === 'row') row = [];
      if (name === 'c') {
        column = attributes.r === undefined ? row.length : columnOf(attributes.r);
        type = attributes.t ?? 'n';
        value = '';
      }
      if (name === 'rPh') readings += 1;
      reading = (name === 'v' || name === 't') && readings === 0;
    },
    text(part) {
      if (reading) value += part;
    },
    close(name) {
      reading = false;
      if (name === 'rPh') readings -= 1;
      if (name === 'c' && column < MOST_COLUMNS) {
        while (row.length < column) row.push('');
        const cell = type === 's' ? (strings[Number(value)] ?? '') : unescaped(value);
        row[column] = cell;
        characters += cell.length;
        if (characters > MOST_CHARACTERS) throw new TooLong(rows.length + 1);
      }
      if (name === 'row' && rows.push(row) > MOST_ROWS) throw new Error('A sheet has no more rows');
    },
  });
  return rows;
}

/** Excel writes characters that XML does not have as `_x000B_`. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Counting from 0: `A1` is 0, `AA7` is 26. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/i.exec(place)?.[0].toUpperCase() ?? 'A') {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

interface Listener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(part: string): void;
  close?(name: string): void;
}

/** Reads XML by local names. Throws where it is not well-formed, is nested too deep or declares a document type, which may hold
 *  entities. */
function parse(xml: string, { open, text, close }: Listener): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('A workbook has no document type');
  });
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEPTH) throw new Error('Elements are nested deeper than in any workbook');
    open(local(name), attributes);
  });
  parser.on('text', (part) => text?.(part));
  parser.on('cdata', (part) => text?.(part));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close?.(local(name));
  });
  parser.write(xml).close();
}

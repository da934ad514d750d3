import { languageOf } from '../../../shared/alignment/forms/language-of.ts';
import type { Checked, Problem } from '../../../shared/core/problem.ts';
import { type TableColumns, tableHead } from '../../../shared/core/table-columns.ts';
import { leftOutNotes } from '../../../shared/formats/text/left-out.ts';
import { cleanText } from '../../../shared/formats/text/plain-text.ts';
import { importProblem, refused } from '../../../shared/formats/text/problems.ts';
import { extensionOf, titleFromFileName } from '../../../shared/formats/text/title.ts';
import { docxDocument, rawText } from '../content.ts';
import { decode } from '../decode.ts';
import { type Block, SOFT_BREAK } from '../docx/model.ts';
import { areLines, linesOf } from './lines.ts';
import { nameOf, PASTE, type Pair, type PairContent, type PairFile, type PairOptions, type PairRow } from './pair.ts';
import { cellsOfText, type Table, twoColumns } from './table.ts';
import { readXlsx } from './xlsx.ts';

/** The two sides of a pair in one file or two: a table with two columns (TSV, CSV, XLSX), files whose lines stand for each
 *  other, or running text, told apart by themselves. Which side is the Persian one the languages tell. */
export async function readPair(files: readonly PairFile[], options: PairOptions): Promise<Checked<Pair>> {
  const [first, second, ...more] = files;
  if (first === undefined || more.length > 0) return refused('pair.files', { values: { count: files.length } });
  if (second === undefined) {
    const table = await readTable(first, options.columns);
    return table.ok ? fromTable(table.value, first, options) : table;
  }
  const texts = [
    await rawText(first.bytes, nameOf(first), first.encoding),
    await rawText(second.bytes, nameOf(second), second.encoding),
  ];
  const problems = texts.flatMap((text, side) =>
    text.ok ? [] : text.problems.map((each) => named(each, files[side])),
  );
  const [one, two] = texts;
  if (!one?.ok || !two?.ok) return { ok: false, problems };
  const remarks = [one.value, two.value].flatMap(({ leftOut }) => leftOutNotes(leftOut));
  return fromTexts([one.value.text, two.value.text], files, options, remarks);
}

function named(problem: Problem, file: PairFile | undefined): Problem {
  return file?.filename ? { ...problem, element: file.filename } : problem;
}

async function readTable(
  { bytes, filename, encoding }: PairFile,
  columns: TableColumns | undefined,
): Promise<Checked<Table>> {
  const extension = extensionOf(filename);
  if (extension === 'xlsx') {
    const cells = await readXlsx(bytes);
    return cells.ok ? twoColumns(cells.value, columns) : cells;
  }
  if (extension === 'docx') {
    const document = await docxDocument(bytes);
    if (!document.ok) return document;
    const cells = docxCells(document.value.blocks);
    if (cells.length === 0) return refused('pair.one-file');
    const table = twoColumns(cells, columns);
    const around = document.value.blocks.filter(
      (block) => block.kind === 'paragraph' && /[\p{L}\p{N}]/u.test(block.text),
    );
    if (!table.ok || around.length === 0) return table;
    const left = importProblem('pair.text-left', { values: { count: around.length } });
    return { ok: true, value: { ...table.value, remarks: [left, ...table.value.remarks] } };
  }
  const text = decode(bytes, encoding);
  if (!text.ok) return text;
  const isTable = extension === 'csv' || extension === 'tsv' || extension === 'tab' || looksLikeTable(text.value);
  if (!isTable) return refused('pair.one-file');
  const cells = cellsOfText(text.value, extension);
  return cells.ok ? twoColumns(cells.value, columns) : cells;
}

/** The rows of all tables of a Word document that have more than one column, and what stands in each cell. */
function docxCells(blocks: readonly Block[]): readonly (readonly string[])[] {
  const textOf = (some: readonly Block[]): string =>
    some
      .map((block) => (block.kind === 'table' ? block.rows.flat().map(textOf).join(' ') : block.text))
      .join('\n')
      .replaceAll(SOFT_BREAK, ' ');
  return blocks.flatMap((block) =>
    block.kind === 'table' && block.rows.some((row) => row.length > 1) ? block.rows.map((row) => row.map(textOf)) : [],
  );
}

/** A text in which nearly every line has the same number of tabs. */
function looksLikeTable(text: string): boolean {
  const lines = text.split(/\r\n|[\n\r]/, 200).filter((line) => line !== '');
  return lines.length > 0 && lines.filter((line) => line.includes('\t')).length >= 0.9 * lines.length;
}

function fromTable({ rows, remarks, ...table }: Table, file: PairFile, options: PairOptions): Checked<Pair> {
  const pairs = rows.map(([source, target]) => ({ source, target }));
  const pair = oriented({ shape: 'table', rows: pairs }, [file, file], options, remarks);
  if (!pair.ok) return pair;
  const [left, right] = table.places;
  const places = pair.value.turned ? { fa: right, en: left } : { fa: left, en: right };
  const head = tableHead(table.cells, { places, header: table.header });
  return { ok: true, value: { ...pair.value, table: head } };
}

function fromTexts(
  [one, two]: readonly [string, string],
  files: readonly PairFile[],
  options: PairOptions,
  remarks: readonly Problem[],
): Checked<Pair> {
  const [a, b] = [linesOf(one), linesOf(two)];
  if (options.shape === 'lines' && a.length !== b.length) {
    return refused('pair.lines-differ', { values: { source: a.length, target: b.length } });
  }
  const asLines = options.shape === 'lines' || (options.shape === undefined && areLines(a, b));
  if (!asLines) {
    const [source, target] = [cleanText(one), cleanText(two)];
    const problems = [source, target].flatMap((side, at) =>
      side.ok ? [] : side.problems.map((each) => named(each, files[at])),
    );
    if (!source.ok || !target.ok) return { ok: false, problems };
    return oriented({ shape: 'text', source: source.value, target: target.value }, files, options, remarks);
  }
  const rows = a.map((source, line) => ({ source, target: b[line] ?? '' }));
  return oriented({ shape: 'lines', rows }, files, options, remarks);
}

/** The pair with the Persian side first, by its languages or against them. */
function oriented(
  content: PairContent,
  files: readonly PairFile[],
  { swap, columns }: PairOptions,
  remarks: readonly Problem[],
): Checked<Pair> {
  const side = (of: 'source' | 'target') =>
    content.shape === 'text' ? [content[of]] : content.rows.map((row) => row[of]);
  const sides = [side('source'), side('target')] as const;
  const isEmpty = sides.map((texts) => !texts.some((text) => /[\p{L}\p{N}]/u.test(text)));
  const [first, second] = [languageOf(sides[0]), languageOf(sides[1])];
  const isReversed = first === 'en' || second === 'fa' ? first !== 'fa' && second !== 'en' : false;
  // Columns that somebody has chosen stand as they were said.
  const turned = columns === undefined && isReversed !== swap;
  const [source, target] = turned ? [second, first] : [first, second];
  if (isEmpty[turned ? 1 : 0]) return refused('pair.no-source');
  if (isEmpty[turned ? 0 : 1]) return refused('pair.no-target');
  const name = files[turned ? 1 : 0]?.filename ?? '';
  const pair: Pair = {
    content: turned ? turnedContent(content) : content,
    languages: { source, target },
    turned,
    table: null,
    remarks,
    title: name === PASTE ? '' : titleFromFileName(name),
  };
  return { ok: true, value: pair };
}

function turnedContent(content: PairContent): PairContent {
  if (content.shape === 'text') return { ...content, source: content.target, target: content.source };
  return { ...content, rows: content.rows.map(({ source, target }): PairRow => ({ source: target, target: source })) };
}

import { SaxesParser } from 'saxes';

/** A unit of a TMX file as a strict reader sees it. */
export interface TmxUnit {
  readonly tuid: string;
  readonly props: Record<string, string>;
  readonly segs: Record<string, string>;
}

export interface TmxFile {
  readonly header: Record<string, string>;
  readonly units: readonly TmxUnit[];
}

/** Throws at the first thing that is not well-formed. */
export function readTmx(xml: string): TmxFile {
  const units: TmxUnit[] = [];
  let header: Record<string, string> = {};
  let text = '';
  let type = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const given = attributes as Record<string, string>;
    text = '';
    if (name === 'header') header = given;
    if (name === 'tu') units.push({ tuid: given.tuid ?? '', props: {}, segs: {} });
    if (name === 'prop') type = given.type ?? '';
    if (name === 'tuv') type = given['xml:lang'] ?? '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    const unit = units.at(-1);
    if (unit !== undefined && name === 'prop') unit.props[type] = text;
    if (unit !== undefined && name === 'seg') unit.segs[type] = text;
  });
  parser.write(xml).close();
  return { header, units };
}

const unescapes: Record<string, string> = { '\\\\': '\\', '\\t': '\t', '\\n': '\n', '\\r': '\r' };

/** One object a line, by the header; throws when a line has another number of cells or an escape that is none. */
export function readTsv(text: string): readonly Record<string, string>[] {
  const [header = '', ...lines] = text.replace(/\n$/, '').split('\n');
  const columns = header.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t').map((cell) =>
      cell.replace(/\\(.|$)/gs, (written) => {
        const character = unescapes[written];
        if (character === undefined) throw new Error(`${JSON.stringify(written)} is no escape`);
        return character;
      }),
    );
    if (cells.length !== columns.length) throw new Error(`${cells.length} cells for ${columns.length} columns`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

const lineEnds = new RegExp(`\r\n|[${'\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029'}]`);

/** Lines as Python's `str.splitlines` finds them, the strictest of the common readers. */
export function splitLines(text: string): readonly string[] {
  const lines = text.split(lineEnds);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

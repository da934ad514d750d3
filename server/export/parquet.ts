import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Packer } from './packer.ts';

/** Rows of a row group: one is what is in memory. */
const GROUP = 10_000;

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];
type Repetition = 'REQUIRED' | 'OPTIONAL';

const text = (name: string, repetition: Repetition = 'REQUIRED'): Schema[number] => ({
  name,
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  repetition_type: repetition,
});
const offset = (name: string): Schema[number] => ({ name, type: 'INT32', repetition_type: 'REQUIRED' });
const struct = (name: string, repetition: Repetition, ...children: Schema[]): Schema => [
  { name, num_children: children.length, repetition_type: repetition },
  ...children.flat(),
];
const range = (name: string) => struct(name, 'OPTIONAL', [offset('from')], [offset('to')], [text('text')]);

/** The columns in order, as the rows of `hugging-face` have them. A list has the three levels of the Parquet specification. */
const columns: Readonly<Record<string, Schema>> = {
  id: [text('id')],
  document: [text('document')],
  title: [text('title')],
  segment: [text('segment')],
  translation: struct('translation', 'REQUIRED', [text('fa')], [text('en')]),
  state: [text('state')],
  origin: [text('origin', 'OPTIONAL')],
  mentions: [
    { name: 'mentions', num_children: 1, repetition_type: 'REQUIRED', converted_type: 'LIST' },
    { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
    ...struct(
      'element',
      'REQUIRED',
      [text('id')],
      [text('label')],
      [text('entity', 'OPTIONAL')],
      struct('entityName', 'OPTIONAL', [text('fa')], [text('en')]),
      range('fa'),
      range('en'),
    ),
  ],
};
const names = Object.keys(columns);
const schema: Schema = [{ name: 'root', num_children: names.length }, ...Object.values(columns).flat()];

/** Apache Parquet of rows that come as lines of JSON, a row group after the other. */
export function parquetPacker(): Packer {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'radif' });
  let rows: Readonly<Record<string, unknown>>[] = [];
  const taken = () => {
    const bytes = Buffer.from(writer.getBytes());
    // What was handed over is not kept; `offset` goes on counting.
    writer.index = 0;
    return bytes;
  };
  const group = () => {
    const columnData = names.map((name) => ({ name, data: rows.map((row) => row[name]) }));
    if (rows.length > 0) parquet.write({ columnData, rowGroupSize: GROUP });
    rows = [];
  };
  return {
    begin: taken,
    push(bytes) {
      for (const line of Buffer.from(bytes).toString().split('\n')) {
        if (line !== '') rows.push(JSON.parse(line) as Readonly<Record<string, unknown>>);
        if (rows.length === GROUP) group();
      }
      return taken();
    },
    end() {
      group();
      parquet.finish();
      return taken();
    },
  };
}

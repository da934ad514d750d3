import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import { exportBytes } from '../../server/export/bytes.ts';
import type { CorpusRow } from '../../shared/formats/corpus/row.ts';
import { exportCorpus } from '../../shared/formats/export.ts';
import { options, row } from './rows.ts';

async function written(rows: readonly CorpusRow[]): Promise<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  for await (const { bytes } of exportBytes(exportCorpus(rows, options({ format: 'parquet' })))) parts.push(bytes);
  return new Uint8Array(Buffer.concat(parts)).buffer;
}

const marked = row({
  segment: 's2',
  fa: 'تهران شهر است.',
  en: 'Tehran is a city.',
  origin: null,
  mentions: [
    {
      id: 'm1',
      label: 'GPE',
      entity: 'e1',
      entityName: { fa: 'تهران', en: 'Tehran' },
      fa: { from: 0, to: 5, text: 'تهران' },
      en: { from: 0, to: 6, text: 'Tehran' },
    },
    { id: 'm2', label: 'TITLE', entity: null, entityName: null, fa: { from: 6, to: 9, text: 'شهر' }, en: null },
  ],
});

it('is Parquet with nested columns that another program reads, mentions and what is missing in it', async () => {
  const file = await written([row({ fa: 'بی\u200cمانند 😀' }), marked, row({ en: '', segment: 's3' })]);
  expect(await parquetReadObjects({ file })).toEqual([
    {
      id: 'd1:s1',
      document: 'd1',
      title: 'Statements',
      segment: 's1',
      translation: { fa: 'بی\u200cمانند 😀', en: 'He goes.' },
      state: 'translated',
      origin: 'typed',
      mentions: [],
    },
    {
      id: 'd1:s2',
      document: 'd1',
      title: 'Statements',
      segment: 's2',
      translation: { fa: 'تهران شهر است.', en: 'Tehran is a city.' },
      state: 'translated',
      origin: null,
      mentions: marked.mentions,
    },
  ]);
});

it('goes out a row group at a time, and is whole when it is empty', async () => {
  const many = Array.from({ length: 25_000 }, (_, n) => row({ segment: `s${n}`, en: `He goes ${n}.` }));
  const file = await written(many);
  expect(parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([10_000, 10_000, 5_000]);
  const rows = await parquetReadObjects({ file, rowStart: 19_999, rowEnd: 20_001 });
  expect(rows.map(({ translation }) => translation.en)).toEqual(['He goes 19999.', 'He goes 20000.']);
  expect(parquetMetadata(await written([])).num_rows).toBe(0n);
});

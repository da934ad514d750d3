import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { rawText } from '../../../server/import/content.ts';
import { unpackArchives } from '../../../server/import/corpus/archive.ts';
import { glossaryIn } from '../../../server/import/glossary/read.ts';
import { readXlsx } from '../../../server/import/pair/xlsx.ts';
import { readReview } from '../../../server/import/review/read.ts';
import { verifyArchive } from '../../../server/release/verify.ts';
import type { Checked } from '../../../shared/core/problem.ts';
import { DOCUMENT_MARK, SEGMENT_MARK } from '../../../shared/formats/docx/table.ts';
import { docx, paragraph, table } from './docx.ts';

/** A reader of archives, with a sound one of its kind. */
export interface PackageReader {
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The file that it cannot do without. */
  readonly main: string;
  read(bytes: Uint8Array): Promise<Checked<unknown>>;
}

const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text));
const sheet = 'xl/worksheets/sheet1.xml';
const workbook = (...rows: readonly (readonly string[])[]) => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const lines = rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`);
  return { [sheet]: bytesOf(`<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`) };
};
const reviewed = docx({
  body: `${paragraph(`${DOCUMENT_MARK} d1 version 7`)}${table([`1 ${SEGMENT_MARK}s1`, 'او رفت.', 'He went.', 'draft'])}`,
});

/** Everything that opens archives that people bring. */
export const packageReaders: Readonly<Record<string, PackageReader>> = {
  'an archive of corpora': {
    files: { 'a.tmx': bytesOf('<tmx/>'), 'b.jsonl': bytesOf('{"fa":"سلام","en":"Hello"}\n') },
    main: 'a.tmx',
    read: (bytes) => unpackArchives([{ name: 'a.zip', bytes }]),
  },
  'a Word document': {
    files: unzipSync(docx({ body: paragraph('او می‌رود.', 'دوم') })),
    main: 'word/document.xml',
    read: (bytes) => rawText(bytes, 'a.docx'),
  },
  'a Word table from review': { files: unzipSync(reviewed), main: 'word/document.xml', read: readReview },
  'a workbook': { files: workbook(['fa', 'en'], ['سلام', 'Hello &amp; hi']), main: sheet, read: readXlsx },
  'a workbook of terms': {
    files: workbook(['fa', 'preferred'], ['تحریم', 'sanctions']),
    main: sheet,
    read: glossaryIn,
  },
  'a release': {
    files: { 'manifest.json': bytesOf('{}'), 'a.tmx': bytesOf('<tmx/>') },
    main: 'manifest.json',
    async read(bytes) {
      const folder = mkdtempSync(join(tmpdir(), 'radif-archive-'));
      try {
        writeFileSync(join(folder, 'a.zip'), bytes);
        const problems = await verifyArchive(join(folder, 'a.zip'));
        return problems.length > 0 ? { ok: false, problems } : { ok: true, value: null };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
};

import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { deflateSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readUpload, type Upload } from '../../../server/import/file.ts';
import { MAX_FILE } from '../../../server/import/limits.ts';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import { docx, paragraph } from './docx.ts';

const MiB = 1024 * 1024;
const upload = (content: string | Uint8Array, about: Partial<Upload> = {}) =>
  readUpload(Readable.from([Buffer.from(content)]), { filename: 'text.txt', ...about }, persianRules);
const problem = async (content: string | Uint8Array, about: Partial<Upload> = {}) => {
  const result = await upload(content, about);
  return result.ok ? null : result.problems[0];
};

/** Chunks of Persian without end, which counts what is asked of it and notices when it is closed. */
function endless() {
  const chunk = Buffer.from('سلام دنیا\n'.repeat(4096));
  const source = {
    bytes: 0,
    closed: false,
    async *read() {
      try {
        for (;;) {
          source.bytes += chunk.length;
          yield chunk;
        }
      } finally {
        source.closed = true;
      }
    },
  };
  return source;
}

describe('a file to import', () => {
  it('is read from a stream: the five Persian statements', async () => {
    const result = await readUpload(
      createReadStream('tests/fixtures/statements.fa.txt', { highWaterMark: 7 }),
      {
        filename: 'statements.fa.txt',
      },
      persianRules,
    );
    expect(result.ok && result.value.title).toBe('statements.fa');
    expect(result.ok && result.value.text.split('\n').length).toBe(5);
    expect(result.ok && result.value.text.startsWith('وزیرخارجه روسیه')).toBe(true);
  });

  it('may be a Word document', async () => {
    const result = await upload(docx({ body: paragraph('او می‌رود.') + paragraph('  ') + paragraph('دوم') }), {
      filename: 'گفته‌ها.DOCX',
    });
    expect(result).toEqual({ ok: true, value: { title: 'گفته‌ها', text: 'او می‌رود.\nدوم', leftOut: {}, notes: [] } });
  });

  it('is called after its first words when its name says nothing', async () => {
    const result = await upload('سلام دنیا\nدوم', { filename: '' });
    expect(result.ok && result.value.title).toBe('سلام دنیا');
  });

  it('has CRLF, CR and LF read as the same', async () => {
    const result = await upload('یک\r\nدو\rسه\n');
    expect(result.ok && result.value.text).toBe('یک\nدو\nسه');
  });

  it('may be one line of a hundred thousand characters', async () => {
    const line = 'می‌رود '.repeat(14_286).trim();
    const result = await upload(line);
    expect(result.ok && result.value.text).toBe(line);
  });

  it('is read in the encoding asked for', async () => {
    const result = await upload(Buffer.from('d3e1c7e3', 'hex'), { encoding: 'windows-1256' });
    expect(result.ok && result.value.text).toBe('سلام');
  });

  it('is refused when there is nothing in it', async () => {
    expect(await problem('')).toMatchObject({ rule: 'file.empty' });
    expect(await problem(' \r\n\t\n')).toMatchObject({ rule: 'text.empty' });
    expect(await problem('\ufeff')).toMatchObject({ rule: 'text.empty' });
    expect(await problem(docx({ body: paragraph('') }), { filename: 'a.docx' })).toMatchObject({ rule: 'text.empty' });
  });

  it('is refused for a byte or a character that does not belong in a text, with the place', async () => {
    expect(await problem(Buffer.from([0x61, 0xff, 0x62]))).toMatchObject({ rule: 'file.utf8', byte: 1 });
    expect(await problem('یک\nدو\u0007')).toMatchObject({ rule: 'text.control', line: 2, column: 3 });
  });
});

describe('a file above the limit', () => {
  it('is refused as soon as the limit is passed, and its stream closed', async () => {
    const source = endless();
    const result = await readUpload(source.read(), { filename: 'long.txt' }, persianRules);
    expect(result.ok ? null : result.problems[0]).toMatchObject({ rule: 'file.too-large', values: { limit: 16 } });
    expect(source.closed).toBe(true);
    expect(source.bytes).toBeLessThan(MAX_FILE + MiB);
  });

  it('is refused at its first chunk when its size is known, and told that size', async () => {
    const source = endless();
    const result = await readUpload(source.read(), { filename: 'long.txt', size: 20 * MiB }, persianRules);
    expect(result.ok ? null : result.problems[0]?.message).toContain('The file has 20 MiB or more; at most 16 MiB');
    expect(source.closed).toBe(true);
    expect(source.bytes).toBeLessThan(MiB);
  });

  it('is read when it is just below', async () => {
    const line = 'می‌رود و می‌آید.\n';
    const text = line.repeat(Math.floor(MAX_FILE / Buffer.byteLength(line)));
    const result = await upload(text);
    expect(result.ok && result.value.text.length).toBe(text.length - 1);
  });
});

describe('a file that is not what its name says', () => {
  const word = docx({ body: paragraph('متن') });

  it.each<[name: string, content: string | Uint8Array, rule: string]>([
    ['text.docx', 'سلام دنیا', 'file.not-docx'],
    ['zeros.docx', new Uint8Array(100), 'file.not-docx'],
    ['word.txt', word, 'file.is-docx'],
    ['word', word, 'file.is-docx'],
    ['cut.docx', word.subarray(0, word.length - 40), 'file.docx-cut'],
    ['cut-too.docx', word.subarray(0, 200), 'file.docx-cut'],
    ['archive.docx', zipSync({ 'a.txt': strToU8('سلام') }), 'file.archive'],
    ['archive.zip', zipSync({ 'a.txt': strToU8('سلام') }), 'file.archive'],
    ['empty.docx', zipSync({}), 'file.archive'],
    ['table.csv', 'یک,دو', 'file.extension'],
    ['notes.md', '# سلام', 'file.markdown'],
    ['notes.markdown', '**سلام**', 'file.markdown'],
    ['page.html', '<p>سلام</p>', 'file.extension'],
    ['text.pdf', 'سلام دنیا', 'file.extension'],
    ['archive.txt', gzipSync('سلام'), 'file.archive'],
  ])('is refused in words: %s', async (filename, content, rule) => {
    expect(await problem(content, { filename })).toMatchObject({ rule });
  });

  it.each<[name: string, content: string | Uint8Array, found: string]>([
    ['a.txt', '%PDF-1.7 …', 'PDF'],
    ['a.pdf', '%PDF-1.7 …', 'PDF'],
    ['a.rtf', '{\\rtf1 hello}', 'RTF'],
    ['a.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'Excel'],
    ['a.docx', zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }), 'PowerPoint'],
    ['a.odt', zipSync({ 'META-INF/manifest.xml': strToU8('<a/>'), 'content.xml': strToU8('<a/>') }), 'OpenDocument'],
    ['a.epub', zipSync({ 'META-INF/container.xml': strToU8('<a/>') }), 'EPUB'],
    ['a.doc', oleFile('WordDocument'), 'Word 97–2003 (.doc)'],
    ['a.docx', oleFile('WordDocument'), 'Word 97–2003 (.doc)'],
    ['a.xls', oleFile('Workbook'), 'Excel 97–2003 (.xls)'],
  ])('is told to be another document: %s', async (filename, content, found) => {
    expect(await problem(content, { filename })).toMatchObject({ rule: 'file.document', values: { found } });
  });

  it('is told to be protected by a password', async () => {
    expect(await problem(oleFile('EncryptedPackage'), { filename: 'a.docx' })).toMatchObject({
      rule: 'file.protected',
    });
  });

  it('is told to be a picture', async () => {
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), deflateSync('…')]);
    expect(await problem(png, { filename: 'scan.txt' })).toMatchObject({
      rule: 'file.image',
      values: { found: 'PNG' },
    });
    const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex');
    expect(await problem(jpeg, { filename: 'scan.jpg' })).toMatchObject({
      rule: 'file.image',
      values: { found: 'JPEG' },
    });
  });
});

/** The beginning of a compound file of old Microsoft Office ([MS-CFB] 2.2), with one stream named. */
function oleFile(stream: string): Uint8Array {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);
}

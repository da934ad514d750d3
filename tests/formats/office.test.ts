import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import readXlsx from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { exportBytes } from '../../server/export/bytes.ts';
import { tally } from '../../shared/formats/corpus/report.ts';
import type { CorpusRow, ExportOptions } from '../../shared/formats/corpus/row.ts';
import { exportCorpus, rowWriter } from '../../shared/formats/export.ts';
import { writerOf } from '../../shared/formats/formats.ts';
import { previewCorpus } from '../../shared/formats/preview.ts';
import { exported, options, row } from './rows.ts';

/** The bytes of an export of one file. */
async function bytesOf(rows: readonly CorpusRow[], chosen: ExportOptions): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const { bytes } of exportBytes(exportCorpus(rows, chosen))) parts.push(bytes);
  return Buffer.concat(parts);
}

const statements = [
  row({ segment: 's1', kind: 'lead', fa: 'وزیر', en: 'The minister', status: 'reviewed' }),
  row({ segment: 's2', fa: 'او می‌رود & «رفت».', en: 'He goes <b>& "went".' }),
  row({ segment: 's3', statement: 1, fa: 'بی‌ترجمه.', en: '', status: 'initial' }),
  row({ segment: 's4', paragraph: 1, statement: 2, fa: 'پیش‌نویس.', en: '# A draft_', status: 'draft' }),
  row({ segment: 's5', paragraph: 1, statement: 2, fa: 'کنار.', en: '', status: 'initial', leftOut: true }),
  row({ document: 'd2', title: 'Second', segment: 's6', fa: 'دوم.', en: '=1+1', status: 'final' }),
];

describe('a workbook that is full', () => {
  it('takes no more rows than a sheet of Excel has, and counts the others as left out', () => {
    const writer = writerOf(options({ format: 'xlsx' }));
    expect(writer.most).toBe(2 ** 20 - 1);
    const counts = tally();
    const writing = rowWriter({ ...writer, most: 2 }, options({ format: 'xlsx' }), counts);
    const written = statements.map((each) => writing.row(each));
    expect(written.map((texts) => texts !== null)).toEqual([true, true, false, false, false, false]);
    expect(counts.report()).toMatchObject({
      written: 2,
      leftOut: [{ rule: 'beyond-most', count: 4, examples: [{ segment: 's3' }, {}, {}, {}] }],
    });
  });
});

describe('a Word table for review', () => {
  it('holds every row with its number, ids, state and both texts, a table for each document', async () => {
    const { value } = await mammoth.convertToHtml({
      buffer: await bytesOf(statements, options({ format: 'docx-table' })),
    });
    expect(value.match(/<table>/g)).toHaveLength(2);
    expect(value).toContain('<p>Radif document d1 version 7</p>');
    expect(value).toContain('<p>2</p><p>id:s2</p>');
    expect(value).toContain('<p>او می‌رود &amp; «رفت».</p>');
    expect(value).toContain('<p>He goes &lt;b&gt;&amp; "went".</p></td><td><p>confirmed</p>');
    expect(value.match(/<tr>/g)).toHaveLength(statements.length + 2);
  });

  it('is well-formed for any text, and the same bytes for the same rows', async () => {
    const odd = [row({ fa: '\u0000\u000b]]>&\ud800', en: '<w:p>\u2028\ufffe' })];
    const once = await bytesOf(odd, options({ format: 'docx-table' }));
    expect(Buffer.compare(once, await bytesOf(odd, options({ format: 'docx-table' })))).toBe(0);
    const { value } = await mammoth.extractRawText({ buffer: once });
    expect(value).toContain(']]>&');
    const empty = await mammoth.extractRawText({ buffer: await bytesOf([], options({ format: 'docx-table' })) });
    expect(empty.value.trim()).toBe('');
  });

  it('sets the Persian from the right, and repeats its head on each page', async () => {
    const parts = unzipSync(await bytesOf(statements, options({ format: 'docx-table' })));
    const xml = Buffer.from(parts['word/document.xml'] ?? []).toString();
    expect(xml).toContain('<w:bidi/></w:pPr><w:r><w:rPr><w:rtl/><w:lang w:bidi="fa-IR"/></w:rPr>');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  });

  it('is shown as its rows before it is made', async () => {
    const { files } = await previewCorpus(statements, options({ format: 'docx-table' }));
    expect(files[0]?.text.split('\n')[1]).toBe('2\tاو می‌رود & «رفت».\tHe goes <b>& "went".\tconfirmed');
  });
});

describe('the English alone', () => {
  const plain = `Statements

The minister: He goes <b>& "went".
[not translated: بی‌ترجمه.]

# A draft_ [unconfirmed]

Second

=1+1
`;

  it('is plain text with title, speakers and paragraphs, and marks what is unfinished', async () => {
    const { texts } = await exported(statements, options({ format: 'text' }));
    expect(texts.txt).toBe(plain);
  });

  it('leaves out what is unfinished where those states are not chosen', async () => {
    const { texts } = await exported(
      statements,
      options({ format: 'text', states: ['translated', 'reviewed', 'final'] }),
    );
    expect(texts.txt).toBe('Statements\n\nThe minister: He goes <b>& "went".\n\nSecond\n\n=1+1\n');
  });

  it('is Markdown whose marks mean themselves', async () => {
    const { texts } = await exported(statements, options({ format: 'markdown' }));
    expect(texts.md).toBe(`# Statements

**The minister:** He goes \\<b\\>\\& "went".

\\[not translated: بی‌ترجمه.\\]

\\# A draft\\_ *\\[unconfirmed\\]*

# Second

=1+1
`);
  });

  it('is a Word document that another program reads the same', async () => {
    const { value } = await mammoth.convertToHtml({
      buffer: await bytesOf(statements, options({ format: 'docx-english' })),
    });
    expect(value).toBe(
      '<h1>Statements</h1><p><strong>The minister</strong>: He goes &lt;b&gt;&amp; "went".</p><p>[not translated: بی‌ترجمه.]</p><p># A draft_<em> [unconfirmed]</em></p><h1>Second</h1><p>=1+1</p>',
    );
  });
});

describe('HTML side by side', () => {
  it('sets each side in its language and direction, loads nothing, and says what is not confirmed', async () => {
    const { texts } = await exported(statements, options({ format: 'html', fa: 'fa-IR', en: 'en-GB' }));
    const { html = '' } = texts;
    expect(html).toContain('<html lang="en-GB" dir="ltr">');
    expect(html).toContain(
      '<td lang="fa-IR" dir="rtl">او می‌رود &amp; «رفت».</td><td lang="en-GB" dir="ltr">He goes &lt;b&gt;',
    );
    expect(html).toContain('# A draft_<span class="state">draft</span>');
    expect(html).toContain('<span class="none">left out</span>');
    expect(html).not.toMatch(/src=|href=|url\(|@import/);
    expect(html.match(/<h1 dir="auto" /g)).toHaveLength(2);
  });
});

describe('a workbook', () => {
  it('holds every column, and no text of it is a formula', async () => {
    const bytes = await bytesOf(statements, options({ format: 'xlsx' }));
    const [{ data } = { data: [] }] = (await readXlsx(bytes)) as unknown as { data: unknown[][] }[];
    expect(data[0]).toContain('fa');
    const en = data[0]?.indexOf('en') ?? -1;
    expect(data.slice(1).map((cells) => cells[en])).toEqual([
      'The minister',
      'He goes <b>& "went".',
      null,
      '# A draft_',
      null,
      '=1+1',
    ]);
    const xml = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString();
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>');
  });
});

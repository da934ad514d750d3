import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { docxDocument, rawText } from '../../../server/import/content.ts';
import type { LeftOut } from '../../../shared/formats/text/left-out.ts';
import { docx, type Parts, paragraph, run, table } from './docx.ts';

const office = 'http://schemas.openxmlformats.org';
const spaces = [
  `xmlns:mc="${office}/markup-compatibility/2006"`,
  `xmlns:wp="${office}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${office}/drawingml/2006/main"`,
  `xmlns:pic="${office}/drawingml/2006/picture"`,
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"',
  'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  `xmlns:m="${office}/officeDocument/2006/math"`,
].join(' ');
const inAll = (inner: string) => `<w:sdt ${spaces}><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;

const read = async (parts: Parts | Uint8Array) => {
  const read = await rawText(parts instanceof Uint8Array ? parts : docx(parts), 'a.docx');
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return { lines: read.value.text.split('\n').filter((line) => line.trim() !== ''), leftOut: read.value.leftOut };
};
const body = (inner: string) => read({ body: inAll(inner) });
const reported = async (name: string) => read(await readFile(`tests/fixtures/reported/${name}.docx`));

const content = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
const shape = (text: string) => `<wps:wsp><wps:txbx>${content(text)}</wps:txbx></wps:wsp>`;
const drawing = (inner: string) =>
  `<w:drawing><wp:inline><a:graphic><a:graphicData>${inner}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
const vml = (text: string) => `<w:pict><v:shape><v:textbox>${content(text)}</v:textbox></v:shape></w:pict>`;
const picture = drawing('<pic:pic/>');
const alternatives = (choice: string, fallback = '') =>
  `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice>${fallback && `<mc:Fallback>${fallback}</mc:Fallback>`}</mc:AlternateContent>`;

describe('a text box is read once, after the paragraph in which it is anchored, as', () => {
  const inRun = (inner: string) => `<w:p>${run('پیش.')}<w:r>${inner}</w:r>${run(' پس.')}</w:p>`;

  it.each<[string, string]>([
    ['a shape alone', drawing(shape('کادر'))],
    ['a choice without a fallback', alternatives(drawing(shape('کادر')))],
    ['a choice with a picture for a fallback', alternatives(drawing(shape('کادر')), picture)],
    ['a choice with the same in VML', alternatives(drawing(shape('کادر')), vml('کادر'))],
    ['a fallback, where the choice says nothing', alternatives(picture, vml('کادر'))],
    ['VML alone', vml('کادر')],
    [
      'VML in a group',
      `<w:pict><v:group><v:rect><v:textbox>${content('کادر')}</v:textbox></v:rect></v:group></w:pict>`,
    ],
    ['a shape of a group of a group', drawing(`<wpg:wgp><wpg:grpSp>${shape('کادر')}</wpg:grpSp></wpg:wgp>`)],
    ['a shape of a canvas', drawing(`<wpc:wpc>${shape('کادر')}</wpc:wpc>`)],
    ['alternatives in a choice', alternatives(alternatives(drawing(shape('کادر')), vml('کادر')), vml('کادر'))],
    ['text of DrawingML', drawing('<a:txBody><a:p><a:r><a:t>کادر</a:t></a:r></a:p></a:txBody>')],
    ['an object', `<w:object><v:shape><v:textbox>${content('کادر')}</v:textbox></v:shape></w:object>`],
  ])('%s', async (_, wrapped) => {
    expect((await body(inRun(wrapped))).lines).toEqual(['پیش. پس.', 'کادر']);
  });

  it('a box in a box, and one in a cell', async () => {
    const inner = `<w:txbxContent><w:p>${run('بیرون')}<w:r>${vml('درون')}</w:r></w:p></w:txbxContent>`;
    const outer = `<w:pict><v:shape><v:textbox>${inner}</v:textbox></v:shape></w:pict>`;
    expect((await body(inRun(outer))).lines).toEqual(['پیش. پس.', 'بیرون', 'درون']);
    const cell = `<w:tbl><w:tr><w:tc><w:p><w:r>${vml('کادر')}</w:r></w:p></w:tc><w:tc>${paragraph('خانه')}</w:tc></w:tr></w:tbl>`;
    expect((await body(cell)).lines).toEqual(['کادر', 'خانه']);
  });

  it('one more, that somebody reported', async () => {
    expect((await reported('textbox')).lines).toEqual([
      'پیش از کادر آمد.',
      'متن درون کادر این است.',
      'پس از کادر آمد.',
    ]);
  });
});

describe('an equation', () => {
  const math = (inner: string) => `<w:p>${run('نرخ ')}<m:oMath>${inner}</m:oMath>${run(' است.')}</w:p>`;
  const word = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;

  it.each([
    ['a number', word('۲۵'), 'نرخ ۲۵ است.'],
    ['runs', word('E=') + word('mc'), 'نرخ E=mc است.'],
    ['a paragraph of its own', `<m:oMathPara>${word('۲۵')}</m:oMathPara>`, 'نرخ ۲۵ است.'],
    ['a fraction', `<m:f><m:num>${word('۱')}</m:num><m:den>${word('۲')}</m:den></m:f>`, 'نرخ ۱/۲ است.'],
    ['a power', `<m:sSup><m:e>${word('x')}</m:e><m:sup>${word('2')}</m:sup></m:sSup>`, 'نرخ x^2 است.'],
  ])('keeps its text where it stands: %s', async (_, inner, line) => {
    expect((await body(math(inner))).lines).toEqual([line]);
  });

  it('keeps it in a reported file', async () => {
    expect((await reported('equation')).lines).toEqual(['رابطهٔ E=mc را اینشتین نوشت.', 'نرخ برابر ۲۵ درصد است.']);
  });
});

describe('other prefixes and the strict form read the same', () => {
  const names = ['dir', 'bdo', 'fldSimple', 'smartTag', 'ins', 'hyperlink', 'sdtContent', 'customXml'];
  it.each(names)('%s under any prefix', async (name) => {
    for (const uri of [`${office}/wordprocessingml/2006/main`, 'http://purl.oclc.org/ooxml/wordprocessingml/main']) {
      for (const p of ['x:', '']) {
        const xmlns = p === '' ? `xmlns="${uri}"` : `xmlns:x="${uri}"`;
        const document = `<${p}document ${xmlns}><${p}body><${p}p><${p}${name}><${p}r><${p}t>متن</${p}t></${p}r></${p}${name}></${p}p></${p}body></${p}document>`;
        expect((await read({ body: '', files: { 'word/document.xml': document } })).lines).toEqual(['متن']);
      }
    }
  });

  it('in a reported file', async () => {
    expect((await reported('other-prefix')).lines).toEqual(['متن معمولی. متن درون جهت. تاریخ ۱۴۰۲']);
  });

  it('with its parts elsewhere in the package, and in UTF-16', async () => {
    const relationships = (inner: string) =>
      `<Relationships xmlns="${office}/package/2006/relationships">${inner}</Relationships>`;
    const one = (type: string, target: string) =>
      `<Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}" Target="${target}"/>`;
    const word = `xmlns:w="${office}/wordprocessingml/2006/main"`;
    const document = `<w:document ${word}><w:body><w:p>${run('متن')}<w:r><w:footnoteReference w:id="5"/></w:r></w:p></w:body></w:document>`;
    const files = {
      '_rels/.rels': relationships(one('officeDocument', '/word/main.xml')),
      'word/_rels/main.xml.rels': relationships(one('footnotes', 'parts/notes.xml')),
      'word/main.xml': Buffer.from(`\ufeff${document}`, 'utf16le'),
      'word/parts/notes.xml': `<w:footnotes ${word}><w:footnote w:id="5">${paragraph('پانویس')}</w:footnote></w:footnotes>`,
      'word/document.xml': '<nothing/>',
    };
    expect((await read({ body: '', files })).lines).toEqual(['متن', 'پانویس']);
  });
});

describe('what is left out of a document is counted', () => {
  const styled = (properties: string, text: string) =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const line = async (inner: string, files: Parts['files'] = {}) => {
    const { lines, leftOut } = await read({ body: inAll(`<w:p>${inner}</w:p>`), files });
    return [lines.join('|'), leftOut] as const;
  };
  const styles = (inner: string) => ({
    'word/styles.xml': `<w:styles xmlns:w="${office}/wordprocessingml/2006/main">${inner}</w:styles>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
  });
  const secret =
    '<w:style w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="T"><w:basedOn w:val="S"/></w:style>';

  it.each<[string, string, string, LeftOut, Parts['files']?]>([
    ['hidden runs', styled('<w:vanish/>', 'پنهان') + styled('', 'پیدا'), 'پیدا', { hidden: 1 }],
    ['runs hidden by a value', styled('<w:vanish w:val="true"/>', 'پنهان') + run('پیدا'), 'پیدا', { hidden: 1 }],
    [
      'no runs that are not hidden',
      styled('<w:vanish w:val="0"/>', 'یک ') + styled('<w:vanish w:val="false"/>', 'دو'),
      'یک دو',
      {},
    ],
    ['no hidden space', styled('<w:vanish/>', ' ') + run('پیدا'), 'پیدا', {}],
    [
      'runs of a hidden style',
      styled('<w:rStyle w:val="S"/>', 'پنهان') + run('پیدا'),
      'پیدا',
      { hidden: 1 },
      styles(secret),
    ],
    [
      'runs of a style based on it',
      styled('<w:rStyle w:val="T"/>', 'پنهان') + run('پیدا'),
      'پیدا',
      { hidden: 1 },
      styles(secret),
    ],
    [
      'no runs that say otherwise',
      styled('<w:rStyle w:val="S"/><w:vanish w:val="0"/>', 'پیدا'),
      'پیدا',
      {},
      styles(secret),
    ],
    [
      'paragraphs of a hidden style',
      `<w:pPr><w:pStyle w:val="S"/></w:pPr>${run('پنهان')}`,
      '',
      { hidden: 1 },
      styles(secret),
    ],
    [
      'a text box in a hidden run',
      run('پیدا') + styled('<w:vanish/>', '').replace('<w:t ', `${vml('پنهان')}<w:t `),
      'پیدا',
      { hidden: 1 },
    ],
    ['deletions', `${run('نو')}<w:del><w:r><w:delText>کهنه</w:delText></w:r></w:del>`, 'نو', { deleted: 1 }],
    [
      'what was moved away',
      `${run('نو')}<w:moveFrom>${run('رفته')}</w:moveFrom><w:moveTo>${run(' آمده')}</w:moveTo>`,
      'نو آمده',
      { deleted: 1 },
    ],
    [
      'pictures',
      `${run('متن')}<w:r>${picture}</w:r><w:r>${alternatives(picture, '<w:pict><v:shape><v:imagedata/></v:shape></w:pict>')}</w:r>`,
      'متن',
      { picture: 3 },
    ],
    [
      'codes of fields not, which are no text',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>${run('کد')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('۱۲')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      '۱۲',
      {},
    ],
  ])('%s', async (_, inner, text, leftOut, files) => {
    expect(await line(inner, files)).toEqual([text, leftOut]);
  });

  it('headers, footers, comments and notes without a mark, and none of them is mixed in', async () => {
    const word = `xmlns:w="${office}/wordprocessingml/2006/main"`;
    const part = (type: string, target: string) =>
      `<Relationship Id="${target}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
    const files = {
      'word/_rels/document.xml.rels': `<Relationships xmlns="${office}/package/2006/relationships">${part('header', 'h1.xml')}${part('header', 'h2.xml')}${part('footer', 'f1.xml')}${part('comments', 'c.xml')}${part('footnotes', 'footnotes.xml')}</Relationships>`,
      'word/h1.xml': `<w:hdr ${word}>${inAll(`<w:p><w:r>${alternatives(drawing(shape('سرصفحه')))}</w:r></w:p>`)}</w:hdr>`,
      'word/h2.xml': `<w:hdr ${word}><w:p/></w:hdr>`,
      'word/f1.xml': `<w:ftr ${word}>${paragraph('پاصفحه')}</w:ftr>`,
      'word/c.xml': `<w:comments ${word}><w:comment>${paragraph('یک')}</w:comment><w:comment>${paragraph('دو')}</w:comment></w:comments>`,
    };
    const separator = `<w:footnote w:type="separator" w:id="-1">${paragraph('-')}</w:footnote>`;
    const footnotes = `${separator}<w:footnote w:id="1">${paragraph('پانویس')}</w:footnote><w:footnote w:id="2">${paragraph('تنها')}</w:footnote>`;
    const marked = paragraph('متن', '<w:footnoteReference w:id="1"/>', ' دنباله', '<w:commentReference w:id="1"/>');
    expect(await read({ body: marked, footnotes, files })).toEqual({
      lines: ['متن دنباله', 'پانویس'],
      leftOut: { header: 2, comment: 2, note: 1 },
    });
  });

  it('in a reported file', async () => {
    expect(await reported('hidden-text')).toEqual({
      lines: ['این متن پیداست. پایان.', 'این پنهان نیست.'],
      leftOut: { hidden: 1 },
    });
  });
});

describe('a paragraph of a document', () => {
  it.each([
    ['a soft break', '<w:br/>'],
    ['a soft break of a kind', '<w:br w:type="textWrapping" w:clear="all"/>'],
    ['a carriage return', '<w:cr/>'],
    ['a line end in its text', '<w:t>\r\n   </w:t>'],
    ['a line end as an entity', '<w:t xml:space="preserve">&#10;</w:t>'],
  ])('goes on over %s, which is a space', async (_, broken) => {
    expect((await body(paragraph('یک', broken, 'دو'))).lines).toEqual(['یک دو']);
  });

  it('goes on with the next where its mark is deleted or hidden', async () => {
    const joined = (mark: string) =>
      `<w:p><w:pPr><w:rPr>${mark}</w:rPr></w:pPr>${run('یک ')}</w:p>${paragraph('دو')}${paragraph('سه')}`;
    for (const mark of ['<w:del w:id="1"/>', '<w:vanish/>']) {
      expect((await body(joined(mark))).lines).toEqual(['یک دو', 'سه']);
    }
  });
});

describe('the model of a document', () => {
  it('keeps rows and cells, so that a table can be read as a bilingual one', async () => {
    const document = await docxDocument(docx({ body: paragraph('پیش') + table(['یک', 'one'], ['دو', 'two']) }));
    const cell = (text: string) => [{ kind: 'paragraph', text, notes: [] }];
    expect(document.ok && document.value.blocks).toEqual([
      ...cell('پیش'),
      {
        kind: 'table',
        rows: [
          [cell('یک'), cell('one')],
          [cell('دو'), cell('two')],
        ],
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { rawText } from '../../../server/import/content.ts';
import { docx, type Parts, paragraph, run, streamedDocx, table } from './docx.ts';

const read = async (parts: Parts) => {
  const text = await rawText(docx(parts), 'گفته‌ها.docx');
  return text.ok ? text.value.text : text.problems.map(({ rule }) => rule);
};
const lines = async (parts: Parts) => {
  const text = await read(parts);
  return typeof text === 'string' ? text.split('\n').filter((line) => line !== '') : text;
};

describe('the text of a Word document', () => {
  it('has one line a paragraph, joined over runs, ZWNJ and marks as they stand', async () => {
    const body = paragraph('همکاری', '‌ها می‌', 'رود\u200f.') + paragraph('دوم &amp; سوم &#x200c;');
    expect(await lines({ body })).toEqual(['همکاری‌ها می‌رود\u200f.', 'دوم & سوم \u200c']);
  });

  it('has headings, lists and tables in the order of the page, a table row by row', async () => {
    const heading = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run('عنوان')}</w:p>`;
    const item = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run('مورد')}</w:p>`;
    const body = heading + table(['یک', 'دو'], ['سه', 'چهار']) + item + paragraph('پایان');
    expect(await lines({ body })).toEqual(['عنوان', 'یک', 'دو', 'سه', 'چهار', 'مورد', 'پایان']);
  });

  it('has its footnotes at the end, in the order of their marks', async () => {
    const note = (id: number, text: string) => `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`;
    const mark = (id: number) => `<w:footnoteReference w:id="${id}"/>`;
    const body = paragraph('متن', mark(2), ' دنباله', mark(1)) + paragraph('پایان');
    const footnotes = note(1, 'یادداشت یک') + note(2, 'یادداشت دو') + note(3, 'بی‌نشان');
    expect(await lines({ body, footnotes })).toEqual(['متن دنباله', 'پایان', 'یادداشت دو', 'یادداشت یک']);
  });

  it('goes on over a soft break, ends a line at a page break, and keeps tabs', async () => {
    const body = paragraph('یک', '<w:br/>', 'دو', '<w:br w:type="page"/>', 'سه', '<w:tab/>', 'چهار');
    expect(await lines({ body })).toEqual(['یک دو', 'سه\tچهار']);
  });

  it('has what was inserted and not what was deleted under tracked changes', async () => {
    const body = `<w:p><w:ins w:id="1">${run('نو')}</w:ins><w:del w:id="2"><w:r><w:delText>کهنه</w:delText></w:r></w:del></w:p>`;
    expect(await lines({ body })).toEqual(['نو']);
  });

  it('has the text of hyperlinks and text boxes', async () => {
    const box = `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${paragraph('در کادر')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const body = `<w:p><w:hyperlink w:anchor="x">${run('پیوند')}</w:hyperlink>${box}</w:p>`;
    expect(await lines({ body })).toEqual(['پیوند', 'در کادر']);
  });

  it('has the text inside marks of direction and fields', async () => {
    const wrapped = (tag: string, text: string) => `<w:${tag} w:val="rtl">${run(text)}</w:${tag}>`;
    const body = `<w:p>${wrapped('dir', 'یک ')}${wrapped('bdo', wrapped('dir', 'دو '))}<w:fldSimple w:instr=" DATE ">${run('سه')}</w:fldSimple></w:p>`;
    expect(
      await lines({ body: body + paragraph('چهار', '<w:cr/>', 'پنج', '<w:ptab w:alignment="left"/>', 'شش') }),
    ).toEqual(['یک دو سه', 'چهار پنج\tشش']);
  });

  it('is the same whether its package was written at once or as a stream', async () => {
    const text = await rawText(streamedDocx({ body: paragraph('او می‌رود.') }), 'a.docx');
    expect(text.ok && text.value.text.trim()).toBe('او می‌رود.');
  });

  it('may lie beside pictures of any size', async () => {
    const picture = Uint8Array.from({ length: 2_000_000 }, (_, index) => (index * 7919) ^ (index >> 7));
    expect(await lines({ body: paragraph('متن'), files: { 'word/media/image1.png': picture } })).toEqual(['متن']);
  });

  it.each<[string, Parts['files']]>([
    ['is not well-formed', { 'word/document.xml': '<w:document><w:body>' }],
    ['has no body', { '_rels/.rels': '', 'word/document.xml': '' }],
    ['is not UTF-8', { 'word/document.xml': Uint8Array.from([0x3c, 0x61, 0xc7, 0x2f, 0x3e]) }],
    ['declares entities', { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "cccccccc">]><a>&b;</a>' }],
  ])('is not to be had when its XML %s', async (_, files) => {
    expect(await read({ body: '', files: files ?? {} })).toEqual(['file.docx-damaged']);
  });
});

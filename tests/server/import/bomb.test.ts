import { describe, expect, it } from 'vitest';
import { rawText } from '../../../server/import/content.ts';
import { docxLimits } from '../../../server/import/docx/limits.ts';
import { docx, paragraph } from './docx.ts';

const MiB = 1024 * 1024;
const refusal = async (bytes: Uint8Array) => {
  const text = await rawText(bytes, 'a.docx');
  return text.ok ? null : text.problems[0];
};
const spaces = (size: number) => new Uint8Array(size).fill(0x20);

/** The same archive, in whose directory every file of that name claims another size. */
function claiming(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const changed = Buffer.from(bytes);
  const central = Buffer.from([0x50, 0x4b, 1, 2]);
  for (let at = changed.indexOf(central); at >= 0; at = changed.indexOf(central, at + 4)) {
    const found = changed.toString('utf8', at + 46, at + 46 + changed.readUInt16LE(at + 28));
    if (found === name) changed.writeUInt32LE(size, at + 24);
  }
  return changed;
}

describe('a small Word file that unpacks to a large one', () => {
  it('is refused for the size of its XML', async () => {
    const bytes = docx({ body: '', files: { 'word/document.xml': spaces(40 * MiB) } });
    expect(bytes.length).toBeLessThan(MiB);
    expect(await refusal(bytes)).toMatchObject({ rule: 'file.docx-too-large', values: { size: 40.1, limit: 32 } });
  });

  it('is refused for the size of all that is in it, before anything is unpacked', async () => {
    const bytes = docx({ body: paragraph('متن'), files: { 'word/media/a.bmp': spaces(1) } });
    const bomb = claiming(bytes, 'word/media/a.bmp', 0xf000_0000);
    expect(await refusal(bomb)).toMatchObject({ rule: 'file.docx-too-large', values: { size: 3840.1, limit: 256 } });
  });

  it('is refused for the ratio of a part', async () => {
    const bytes = docx({ body: paragraph('متن'), files: { 'word/media/a.bmp': spaces(8 * MiB) } });
    expect(await refusal(bytes)).toMatchObject({ rule: 'file.docx-ratio' });
  });

  it('is refused when a part is larger than the directory says', async () => {
    const bytes = docx({ body: paragraph('متن'), files: { 'word/styles.xml': spaces(3 * MiB) } });
    expect(await refusal(claiming(bytes, 'word/styles.xml', 1000))).toMatchObject({
      rule: 'file.docx-damaged',
      values: { detail: 'word/styles.xml' },
    });
  });

  it('is refused for the number of its parts', async () => {
    const files = Object.fromEntries(Array.from({ length: docxLimits.entries }, (_, n) => [`word/${n}.xml`, '']));
    expect(await refusal(docx({ body: '', files }))).toMatchObject({ rule: 'file.docx-entries' });
  });

  it('is refused for the number of its tags, which cost far more than their bytes', async () => {
    const body = '<w:p/>'.repeat(docxLimits.tags);
    expect(await refusal(docx({ body }))).toMatchObject({ rule: 'file.docx-tags' });
  });

  it('is refused when it is nested a hundred thousand deep', async () => {
    const body = `${'<w:sdt>'.repeat(100_000)}${'</w:sdt>'.repeat(100_000)}`;
    expect(await refusal(docx({ body }))).toMatchObject({ rule: 'file.docx-damaged' });
  });
});

describe('a long Word document', () => {
  it('is read: five thousand paragraphs', async () => {
    const sentence = 'مشارکت روسیه و تمدن اسلامی در زمینهٔ امنیت، ثبات و مسائل اقتصادی قدیمی است.';
    const body = Array.from({ length: 5000 }, (_, index) => paragraph(`${index} `, sentence)).join('');
    const text = await rawText(docx({ body }), 'a.docx');
    expect(text.ok && text.value.text.match(/مشارکت/g)?.length).toBe(5000);
  });
});

import { describe, expect, it } from 'vitest';
import { extensionOf, titleFromFileName, titleFromText } from '../../../shared/formats/text/title.ts';

describe('a title', () => {
  it('is the first line of a text when that is short', () => {
    expect(titleFromText('سخنان وزیر می‌آید\nمتن')).toBe('سخنان وزیر می‌آید');
  });

  it('is cut between words when the line is long', () => {
    const title = titleFromText('وزیرخارجه روسیه در دیدار حسین ابراهیم طه، دبیرکل سازمان همکاری اسلامی: مشارکت');
    expect(title).toBe('وزیرخارجه روسیه در دیدار حسین ابراهیم طه، دبیرکل سازمان…');
  });

  it('never ends in half a character', () => {
    expect(titleFromText(`a${'😀'.repeat(50)}`)).toBe(`a${'😀'.repeat(29)}…`);
  });

  it.each([
    ['statements.fa.txt', 'statements.fa'],
    ['C:\\texts\\گفته‌ها.docx', 'گفته‌ها'],
    ['/home/me/report v1.2', 'report v1.2'],
    ['.txt', '.txt'],
    ['a\u202ecod.txt', 'acod'],
    ['آ.txt', 'آ'],
  ])('comes from the name of a file: %j', (name, title) => {
    expect(titleFromFileName(name)).toBe(title);
  });
});

describe('the ending of a file name', () => {
  it.each([
    ['a.TXT', 'txt'],
    ['a.tar.gz', 'gz'],
    ['README', ''],
    ['v1.2', ''],
    ['clip.mp4', 'mp4'],
    ['متن.', ''],
  ])('of %j is %j', (name, ending) => {
    expect(extensionOf(name)).toBe(ending);
  });
});

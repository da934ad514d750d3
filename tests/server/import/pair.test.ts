import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Pair, PairFile, PairOptions } from '../../../server/import/pair/pair.ts';
import { readPair } from '../../../server/import/pair/read.ts';
import { alignPair } from '../../../server/import/pair/rows.ts';
import { buildDocument } from '../../../shared/doc/edit/build.ts';
import { brokenLaws } from '../../../shared/doc/model/law.ts';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';
import { docx, paragraph } from './docx.ts';

const usual: PairOptions = { paragraphs: 'soft', swap: false };
const file = (content: string | Uint8Array, filename: string, more: Partial<PairFile> = {}): PairFile => ({
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
  filename,
  ...more,
});

async function read(files: readonly PairFile[], options: Partial<PairOptions> = {}): Promise<Pair> {
  const pair = await readPair(files, { ...usual, ...options });
  if (!pair.ok) throw new Error(pair.problems.map(({ message }) => message).join(' '));
  return pair.value;
}

async function refusal(files: readonly PairFile[], options: Partial<PairOptions> = {}): Promise<string | undefined> {
  const pair = await readPair(files, { ...usual, ...options });
  return pair.ok ? undefined : pair.problems[0]?.rule;
}

function rowsOf(pair: Pair) {
  const aligned = alignPair(pair, { rules: persianRules, paragraphs: 'soft' });
  if (!aligned.ok) throw new Error(aligned.problems[0]?.message);
  const { source, rows, counts, remarks } = aligned.value;
  return { counts, remarks, rows: rows.map(({ from, to, english }) => [source.slice(from, to), english]) };
}

/** The laws that the document of a pair breaks. */
function broken(pair: Pair) {
  const aligned = alignPair(pair, { rules: persianRules, paragraphs: 'soft' });
  if (!aligned.ok) throw new Error(aligned.problems[0]?.message);
  const { source, rows } = aligned.value;
  const ids = rows.keys();
  const doc = buildDocument(rows, () => `s${ids.next().value}`, {
    renderings: rows.map(({ english }) =>
      english === '' ? null : { text: english, status: 'draft', origin: 'imported' },
    ),
    alignments: rows.map(({ score }) => (score === null ? null : { state: 'automatic', score })),
  });
  return brokenLaws(doc, { text: source, paragraphs: segmentSource(source, persianRules).paragraphs });
}

const fa = 'وزیر گفت که نشست امروز برگزار شد. او به تهران رفت. این پایان است.';
const en = 'The minister said that the meeting was held today. He went to Tehran. This is the end.';
const faLines = fa.replaceAll('. ', '.\n');
const enLines = en.replaceAll('. ', '.\n');
const three = [
  ['وزیر گفت که نشست امروز برگزار شد.', 'The minister said that the meeting was held today.'],
  ['او به تهران رفت.', 'He went to Tehran.'],
  ['این پایان است.', 'This is the end.'],
];

describe('two files', () => {
  it('of running text are aligned sentence by sentence', async () => {
    const pair = await read([file(fa, 'a.txt'), file(en, 'b.txt')]);
    expect(pair).toMatchObject({ content: { shape: 'text' }, languages: { source: 'fa', target: 'en' }, title: 'a' });
    expect(rowsOf(pair)).toMatchObject({ rows: three, counts: { both: 3, sourceOnly: 0, targetOnly: 0 } });
  });

  it('whose lines stand for each other are taken line by line', async () => {
    const pair = await read([file(faLines, 'a.fa'), file(`${enLines}\r\n`, 'a.en')]);
    expect(pair.content.shape).toBe('lines');
    expect(rowsOf(pair).rows).toEqual(three);
  });

  it('keep a line together that holds two sentences', async () => {
    const pair = await read([file(`${fa}\nسلام.`, 'a.txt'), file(`${en}\nHello.`, 'b.txt')], { shape: 'lines' });
    expect(rowsOf(pair).rows).toEqual([
      [fa, en],
      ['سلام.', 'Hello.'],
    ]);
  });

  it('may lack a line on either side, and no word of the other is lost', async () => {
    const pair = await read([file('یک دو.\n\nسه چهار.', 'a.txt'), file('One two.\nAnd more.\n\n', 'b.txt')], {
      shape: 'lines',
    });
    const { rows, counts } = rowsOf(pair);
    expect(rows).toEqual([
      ['یک دو.', 'One two.'],
      ['', 'And more.'],
      ['سه چهار.', ''],
    ]);
    expect(counts).toEqual({ both: 1, sourceOnly: 1, targetOnly: 1 });
  });

  it('of running text give what only one of them says a row of its own, with the score of the aligner', async () => {
    const extra = 'Nobody else was there, and the weather was very bad on that long day.';
    const pair = await read([
      file(fa.replace('او به', 'باران شدیدی در تمام روز بارید و هیچ‌کس نیامد. او به'), 'a.txt'),
      file(`${en} ${extra} Source: Reuters.`.replace('. Source', '. Source'), 'b.txt'),
    ]);
    const aligned = alignPair(pair, { rules: persianRules, paragraphs: 'soft' });
    if (!aligned.ok) throw new Error(aligned.problems[0]?.message);
    const { rows, counts } = aligned.value;
    expect(rows.every(({ score }) => score !== null && score >= 0 && score <= 1)).toBe(true);
    const alone = rows.filter(({ from, to }) => from === to);
    expect(alone.length).toBe(counts.targetOnly);
    expect(rows.filter(({ english }) => english === '').length).toBe(counts.sourceOnly);
    expect(counts.targetOnly + counts.sourceOnly).toBeGreaterThan(0);
    expect(broken(pair)).toEqual([]);
  });

  it('come in any order, and can be turned by hand', async () => {
    const files = [file(en, 'b.txt'), file(fa, 'a.txt')];
    expect(await read(files)).toMatchObject({ turned: true, languages: { source: 'fa', target: 'en' }, title: 'a' });
    const turned = await read(files, { swap: true });
    expect(turned).toMatchObject({ turned: false, languages: { source: 'en', target: 'fa' } });
    expect(rowsOf(turned).remarks).toMatchObject([{ rule: 'alignment-swapped' }]);
  });

  it('may have different encodings, and one that cannot be read is named', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(en, 'utf16le')]);
    const windows = new Uint8Array([0xd3, 0xe1, 0xc7, 0xe3, 0x2e]);
    expect(rowsOf(await read([file(fa, 'a.txt'), file(utf16, 'b.txt')])).rows).toEqual(three);
    const given = await read([file(windows, 'a.txt', { encoding: 'windows-1256' }), file('Hello.', 'b.txt')]);
    expect(rowsOf(given).rows).toEqual([['سلام.', 'Hello.']]);
    expect(await readPair([file(en, 'b.txt'), file(windows, 'a.txt')], usual)).toMatchObject({
      ok: false,
      problems: [{ rule: 'file.windows-1256', element: 'a.txt' }],
    });
  });

  it('in neither language are aligned all the same, and that is said', async () => {
    const pair = await read([file('Привет мир. Как дела?', 'a.txt'), file('Γειά σου κόσμε. Τι κάνεις;', 'b.txt')]);
    expect(pair.languages).toEqual({ source: 'other', target: 'other' });
    expect(rowsOf(pair).remarks.map(({ rule }) => rule)).toContain('alignment-language');
  });

  it.each([
    ['an empty English side', [file(fa, 'a.txt'), file('\n … \n', 'b.txt')], 'text.no-words'],
    ['an empty Persian side', [file(' ', 'a.txt'), file(en, 'b.txt')], 'text.empty'],
    ['three files', [file(fa, 'a.txt'), file(en, 'b.txt'), file(en, 'c.txt')], 'pair.files'],
    ['one text', [file(fa, 'a.txt')], 'pair.one-file'],
    ['a picture', [file(fa, 'a.txt'), file(Buffer.from('\x89PNG\r\n', 'latin1'), 'b.txt')], 'file.image'],
  ])('%s is refused in words', async (_name, files, rule) => {
    expect(await refusal(files)).toBe(rule);
  });

  it('that are to stand line by line but do not are refused with both numbers', async () => {
    const files = [file('یک.\nدو.\nسه.', 'a.txt'), file('One.\nTwo.', 'b.txt')];
    const refused = await readPair(files, { ...usual, shape: 'lines' });
    expect(refused).toMatchObject({ problems: [{ rule: 'pair.lines-differ', values: { source: 3, target: 2 } }] });
  });

  it('hold every word of both sides in their rows, whatever they are', async () => {
    const words = fc.array(fc.constantFrom('سلام', 'دنیا', 'تهران', '۱۲', 'او'), { minLength: 1, maxLength: 6 });
    const english = fc.array(fc.constantFrom('Hello', 'world', 'Tehran', '12', 'he'), { minLength: 1, maxLength: 6 });
    const text = (sentence: fc.Arbitrary<string[]>) =>
      fc
        .array(fc.tuple(sentence, fc.constantFrom('. ', '.\n', '؟ ', ' ')), { minLength: 1, maxLength: 12 })
        .map((parts) => parts.map(([said, end]) => said.join(' ') + end).join(''));
    const wordsIn = (texts: readonly string[]) => texts.join(' ').match(/[\p{L}\p{N}]+/gu) ?? [];
    await fc.assert(
      fc.asyncProperty(text(words), text(english), fc.constantFrom('text', 'auto'), async (persian, other, shape) => {
        const pair = await read([file(persian, 'a.txt'), file(other, 'b.txt')], shape === 'text' ? { shape } : {});
        const { rows } = rowsOf(pair);
        expect(wordsIn(rows.map(([source = '']) => source))).toEqual(wordsIn([persian]));
        expect(wordsIn(rows.map(([, rendering = '']) => rendering))).toEqual(wordsIn([other]));
        expect(broken(pair)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/** A workbook in which so many cells show one text of so many characters. */
function repeating(length: number, cells: number): Uint8Array {
  const rows = '<row><c r="A1" t="s"><v>0</v></c></row>'.repeat(cells);
  return workbook(rows, `<si><t>${'a '.repeat(length / 2)}</t></si>`);
}

/** A workbook whose first sheet, by its order and not its name, has these rows. */
function workbook(rows: string, strings = ''): Uint8Array {
  const xml = (body: string) => strToU8(`<?xml version="1.0"?>${body}`);
  return zipSync({
    'xl/workbook.xml': xml(
      '<workbook xmlns:r="r"><sheets><sheet name="B" r:id="rId7"/><sheet r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': xml(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId7" Target="worksheets/sheet2.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': xml('<worksheet><sheetData/></worksheet>'),
    'xl/worksheets/sheet2.xml': xml(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    'xl/sharedStrings.xml': xml(`<sst>${strings}</sst>`),
  });
}

describe('a table', () => {
  it.each([
    ['TSV', file(three.map((row) => row.join('\t')).join('\n'), 'a.tsv')],
    ['TSV called a text', file(three.map((row) => row.join('\t')).join('\r\n'), 'a.txt')],
    ['CSV', file(three.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'), 'a.csv')],
    ['CSV of other countries', file(three.map((row) => row.join(';')).join('\n'), 'a.csv')],
    ['CSV with the English first', file(three.map(([a, b]) => `${b},${a}`).join('\n'), 'a.csv')],
  ])('of two columns stands as it is: %s', async (_name, table) => {
    const pair = await read([table]);
    expect(pair.content.shape).toBe('table');
    expect(rowsOf(pair)).toMatchObject({ rows: three, remarks: [] });
  });

  it('in a workbook is read from its first sheet, texts in parts and without their readings', async () => {
    const strings =
      '<si><r><t>سلام </t></r><r><t>دنیا.</t></r><rPh><t>salam</t></rPh></si><si><t>Hello _x0041_.</t></si>';
    const rows =
      '<row><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>0</v></c></row><row><c r="B2" t="inlineStr"><is><t>He said 12.</t></is></c><c r="D2" t="str"><v>او گفت ۱۲.</v></c></row>';
    const pair = await read([file(workbook(rows, strings), 'a.xlsx')]);
    expect(rowsOf(pair).rows).toEqual([
      ['سلام دنیا.', 'Hello _x0041_.'],
      ['او گفت ۱۲.', 'He said 12.'],
    ]);
  });

  it('in a Word document is read cell by cell, and what stands around it is left', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const rows = three.map(([a = '', b = '']) => `<w:tr>${cell(b)}${cell(a)}</w:tr>`).join('');
    const body = `${paragraph('عنوان')}<w:tbl>${rows}</w:tbl>`;
    const pair = await read([file(docx({ body }), 'a.docx')]);
    expect(pair).toMatchObject({ content: { shape: 'table' }, turned: true, remarks: [{ rule: 'pair.text-left' }] });
    expect(rowsOf(pair).rows).toEqual(three);
    expect(await refusal([file(docx({ body: paragraph('متن') }), 'a.docx')])).toBe('pair.one-file');
  });

  it('may have headings, missing cells and a third column, and each is said', async () => {
    const rows = [
      ['fa', 'en', 'note'],
      ...three.map((row, at) => [...row, at === 1 ? 'ok' : '']),
      ['بی ترجمه.', '', ''],
    ];
    const pair = await read([file(rows.map((row) => row.join('\t')).join('\n'), 'a.tsv')]);
    expect(pair.remarks.map(({ rule }) => rule)).toEqual([
      'pair.columns-left',
      'pair.heading-left',
      'pair.cells-missing',
    ]);
    const plain = rows.map((row) => row.slice(0, 2).join('\t')).join('\n');
    const headed = await read([file(plain, 'a.tsv')]);
    expect(headed.remarks.map(({ rule }) => rule)).toEqual(['pair.heading-left', 'pair.cells-missing']);
    expect(rowsOf(headed).rows).toEqual([...three, ['بی ترجمه.', '']]);
  });

  it('is read by the columns that somebody has chosen, and shows how it begins', async () => {
    const rows = [['What', 'They', 'Say'], ...three.map(([a = '', b = '']) => [b.toUpperCase(), b, a])];
    const table = file(rows.map((row) => row.join('\t')).join('\n'), 'a.tsv');
    const shown = await read([table]);
    expect(shown.table).toMatchObject({ rows: rows.slice(0, 6), columns: { places: { fa: 2, en: 0 }, header: false } });
    const chosen = await read([table], { columns: { places: { fa: 2, en: 1 }, header: true } });
    expect(rowsOf(chosen).rows).toEqual(three);
    const turned = await read([table], { columns: { places: { fa: 1, en: 2 }, header: true }, swap: true });
    expect(rowsOf(turned).rows).toEqual(three.map(([a, b]) => [b, a]));
    expect(await refusal([table], { columns: { places: { fa: 1 }, header: true } })).toBe('pair.one-column');
  });

  it('may have a cell of several lines, which is one row', async () => {
    const pair = await read([file('"یک.\nدو.","One.\nTwo."\nسه.,Three.', 'a.csv')]);
    expect(rowsOf(pair).rows).toEqual([
      ['یک. دو.', 'One. Two.'],
      ['سه.', 'Three.'],
    ]);
  });

  it.each([
    ['with one column', file('سلام.\nدنیا.', 'a.csv'), 'pair.one-column'],
    ['with an open quotation mark', file('"سلام,Hello', 'a.csv'), 'pair.csv-quote'],
    ['that is no workbook', file('PK\x03\x04 nothing', 'a.xlsx'), 'pair.xlsx-damaged'],
    ['whose sheet breaks off', file(workbook('<row><c r="A1"><v>1</v>'), 'a.xlsx'), 'pair.xlsx-damaged'],
    [
      'that declares entities',
      file(zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<!DOCTYPE a []><worksheet/>') }), 'a.xlsx'),
      'pair.xlsx-damaged',
    ],
    ['that unpacks to 65 MiB', file(workbook(' '.repeat(65 << 20)), 'a.xlsx'), 'pair.xlsx-too-large'],
    ['whose cells show one long text a thousand times', file(repeating(70_000, 1000), 'a.xlsx'), 'pair.xlsx-cells'],
  ])('%s is refused in words', async (_name, table, rule) => {
    expect(await refusal([table])).toBe(rule);
  });
});

describe('a large pair', () => {
  it('of 50,000 rows keeps them all', async () => {
    const line = (at: number) => `جمله ${at} این است.\tThis is sentence ${at}.`;
    const table = Array.from({ length: 50_000 }, (_, at) => line(at)).join('\n');
    const { rows } = rowsOf(await read([file(table, 'a.tsv')]));
    expect(rows).toHaveLength(50_000);
    expect(rows[49_999]).toEqual(['جمله 49999 این است.', 'This is sentence 49999.']);
  });

  it('of the same sentence a thousand times is aligned one by one', async () => {
    const files = [file('او به تهران رفت. '.repeat(1000), 'a.txt'), file('He went to Tehran. '.repeat(1000), 'b.txt')];
    const { rows, counts } = rowsOf(await read(files));
    expect(counts.both).toBe(1000);
    expect(rows.every(([, english]) => english === 'He went to Tehran.')).toBe(true);
  });

  it('with a unit of 10,000 words is taken as it is', async () => {
    const files = [
      file(`${'تهران ایران '.repeat(5_000)}.`, 'a.txt'),
      file(`${'Tehran Iran '.repeat(5_000)}.`, 'b.txt'),
    ];
    expect(rowsOf(await read(files)).rows).toHaveLength(1);
  });

  it('whose only units are of very different lengths keeps both, each in a row of its own', async () => {
    const [long, short] = [`${'سلام '.repeat(10_000)}.`, 'Calm.'];
    expect(rowsOf(await read([file(long, 'a.txt'), file(short, 'b.txt')]))).toMatchObject({
      rows: [
        [long, ''],
        ['', short],
      ],
      counts: { both: 0, sourceOnly: 1, targetOnly: 1 },
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CorpusRow } from '../../../shared/formats/corpus/row.ts';
import { readBack, soundRow } from '../reading.ts';
import { exported, options, row } from '../rows.ts';
import { bySchema } from '../validity.ts';

type Version = 'xliff-2.1' | 'xliff-2.2' | 'xliff-1.2';
const xliffOf = async (format: Version, rows: readonly CorpusRow[]) =>
  (await exported(rows, options({ format }))).texts.xlf ?? '';

/** What XLIFF holds of a row: names of entities are the registry's, and a mention stands somewhere. */
function held(each: CorpusRow, takeOut: (text: string) => string): CorpusRow {
  const mentions = each.mentions.flatMap((mention) => {
    const [fa, en] = [mention.fa, mention.en].map((range) => (range && range.from < range.to ? range : null));
    const { parts: _, ...rest } = mention;
    return fa || en ? [{ ...rest, entityName: null, fa: fa ?? null, en: en ?? null }] : [];
  });
  const remarks = each.remarks.map(({ name, text }) => ({ name: name && takeOut(name), text: takeOut(text) }));
  return { ...each, title: takeOut(each.title), mentions, remarks };
}

const xmlOnly = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

/** Rows whose texts have no half of a surrogate pair, which no file can hold. */
const wholeRow = soundRow.filter((each) => !/\p{Cs}/u.test(JSON.stringify(each).replace(/\\u(d[89a-f]..)/g, '\ud800')));

const byId = (rows: readonly CorpusRow[]) =>
  rows.map((each) => ({ ...each, mentions: [...each.mentions].sort((a, b) => (a.id < b.id ? -1 : 1)) }));

describe.each(['xliff-2.1', 'xliff-2.2'] as const)('%s', (format) => {
  const violations = bySchema(`tests/fixtures/xliff/xliff_core_${format === 'xliff-2.1' ? '2.0' : '2.2'}.xsd`);

  it('is valid by the schema of OASIS, and gives back every row: texts, states, mentions that cross, links, notes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wholeRow, { maxLength: 4 }), fc.integer({ min: 1, max: 60 }), async (rows, size) => {
        const xml = await xliffOf(format, rows);
        expect(violations(xml)).toEqual([]);
        const read = await readBack(format, [xml], size);
        expect(read.problems).toEqual([]);
        expect(byId(read.rows)).toEqual(byId(rows.map((each) => held(each, xmlOnly))));
        for (const { fa, en, mentions } of read.rows) {
          for (const mention of mentions) {
            if (mention.fa) expect(fa.slice(mention.fa.from, mention.fa.to)).toBe(mention.fa.text);
            if (mention.en) expect(en.slice(mention.en.from, mention.en.to)).toBe(mention.en.text);
          }
        }
      }),
    );
  });

  it('has a file for each document, and is valid with no row at all', async () => {
    const xml = await xliffOf(format, [row(), row({ segment: 's2' }), row({ document: 'd2', title: 'Other' })]);
    expect(xml.match(/<file /g)).toHaveLength(2);
    expect(violations(await xliffOf(format, []))).toEqual([]);
    expect((await readBack(format, [await xliffOf(format, [])])).rows).toEqual([]);
  });
});

describe('XLIFF 1.2', () => {
  it('gives back every row but crossing mentions, which the report counts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wholeRow, { maxLength: 4 }), async (rows) => {
        const { texts, report } = await exported(rows, options({ format: 'xliff-1.2' }));
        const read = await readBack('xliff-1.2', [texts.xlf ?? '']);
        expect(read.problems).toEqual([]);
        const plain = (each: CorpusRow) => ({ fa: each.fa, en: each.en, status: each.status, segment: each.segment });
        expect(read.rows.map(plain)).toEqual(
          rows.map((each) => ({
            ...plain(each),
            fa: xmlOnly(each.fa),
            en: xmlOnly(each.en),
          })),
        );
        const ranges = (some: readonly CorpusRow[]) =>
          some.flatMap(({ mentions }) =>
            mentions.flatMap(({ fa, en }) => [fa, en].filter((range) => range && range.from < range.to)),
          ).length;
        const crossing = report.lost.find(({ rule }) => rule === 'crossing-mention')?.count ?? 0;
        if (rows.every(({ fa, en }) => xmlOnly(fa + en) === fa + en)) {
          expect(ranges(read.rows) + crossing).toBe(ranges(rows));
        }
      }),
    );
  });

  it('keeps a name on its letters where characters before it and in it cannot be written', async () => {
    const fa = '\u0007\u0007آنا\u001b کارنینا\u0000';
    const mention = {
      ...{ id: 'm', label: 'PER', entity: null, entityName: null },
      ...{ fa: { from: 2, to: 14, text: fa.slice(2, 14) }, en: { from: 1, to: 5, text: 'Anna' } },
    };
    const xml = await xliffOf('xliff-1.2', [row({ fa, en: '\u0001Anna', mentions: [mention] })]);
    const { rows } = await readBack('xliff-1.2', [xml]);
    expect(rows).toMatchObject([
      {
        ...{ fa: 'آنا کارنینا', en: 'Anna' },
        mentions: [{ fa: { from: 0, to: 11, text: 'آنا کارنینا' }, en: { from: 0, to: 4, text: 'Anna' } }],
      },
    ]);
  });

  it('reads what other tools write: segments by their mid, codes left out, states as they mean them', async () => {
    const xml = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.docx" source-language="en-US" target-language="fa" datatype="x-docx"><body>
<trans-unit id="7"><source>Rain <g id="1">fell</g>. It stopped.<x id="2"/></source>
<seg-source><mrk mtype="seg" mid="0">Rain <g id="1">fell</g>.</mrk> <mrk mtype="seg" mid="1">It stopped.<x id="2"/></mrk></seg-source>
<target state="needs-translation"><mrk mtype="seg" mid="0">باران <g id="1">آمد</g>.</mrk> <mrk mtype="seg" mid="1">بند آمد.</mrk></target><note>seen</note></trans-unit>
</body></file></xliff>`;
    const { rows, problems } = await readBack('xliff-1.2', [xml]);
    expect(problems).toEqual([]);
    expect(
      rows.map(({ fa, en, segment, status, title, remarks }) => [fa, en, segment, status, title, remarks.length]),
    ).toEqual([
      ['باران آمد.', 'Rain fell.', '7.1', 'draft', 'a.docx', 1],
      ['بند آمد.', 'It stopped.', '7.2', 'draft', 'a.docx', 0],
    ]);
  });
});

describe('a reader of XLIFF', () => {
  const unit = (inside: string, head = 'srcLang="fa" trgLang="en"') =>
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" ${head}>\n<file id="f"><unit id="u">${inside}</unit></file></xliff>`;

  it.each([
    ['a code whose data is not there', '<segment><source><ph id="1" dataRef="d"/></source></segment>', 'xliff.data'],
    ['an end without a start', '<segment><source><ec startRef="1"/></source></segment>', 'xliff.end-code'],
    ['two segments of one id', '<segment id="1"><source/></segment><segment id="1"><source/></segment>', 'xliff.id'],
    ['a target in another language', '<segment><source/><target xml:lang="de"/></segment>', 'xliff.language'],
    ['notes behind the segments', '<segment><source/></segment><notes><note/></notes>', 'xliff.element'],
    ['a state that is none', '<segment state="done"><source/></segment>', 'xliff.value'],
    ['an attribute of nobody', '<segment done="yes"><source/></segment>', 'xliff.attribute'],
    ['no source', '<segment/>', 'xliff.missing'],
    [
      'a comment about nothing',
      '<segment><source><mrk id="1" type="comment">a</mrk></source></segment>',
      'xliff.comment',
    ],
    [
      'a reference out of order',
      '<segment><source><mrk id="1" ref="#u=u/f=f">a</mrk></source></segment>',
      'xliff.fragment',
    ],
    ['a character as code point', '<segment><source><cp hex="00A0"/></source></segment>', 'xliff.character'],
  ])('refuses %s, with line and column', async (_, inside, rule) => {
    const { problems, rows } = await readBack('xliff-2.1', [unit(inside)]);
    expect(problems[0]).toMatchObject({ rule, line: 2 });
    expect(problems[0]?.column).toBeGreaterThan(1);
    expect(rows.length).toBeLessThan(3);
  });

  it('refuses languages that are not Persian and English, by their names', async () => {
    const { problems } = await readBack('xliff-2.1', [
      unit('<segment><source/></segment>', 'srcLang="en" trgLang="prs"'),
    ]);
    expect(problems).toMatchObject([{ rule: 'xliff.no-pair', values: { source: 'en', target: 'prs' } }]);
  });
});

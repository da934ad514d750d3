import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import type { CorpusRow } from '../../shared/formats/corpus/row.ts';
import { recognise } from '../../shared/formats/recognise.ts';
import { readBack, soundRow } from './reading.ts';
import { exported, options, readable, row } from './rows.ts';

const anyRows = fc.uniqueArray(soundRow, { maxLength: 4, selector: ({ segment }) => segment });
const clean = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
const textsOf = async (format: 'tei' | 'xces', rows: readonly CorpusRow[]) =>
  Object.values((await exported(rows, options({ format }))).texts);
/** Rows with both sides; those of a document have one title, as in the database. */
const written = (rows: readonly CorpusRow[]) =>
  rows
    .filter(({ fa, en }) => readable(fa) && readable(en))
    .map((each, _, all) => ({ ...each, title: all.find((other) => other.document === each.document)?.title ?? '' }));
const facts = (rows: readonly CorpusRow[]) =>
  // A document without a title is called by its id.
  rows.map(({ fa, en, document, title, segment }) => [fa, en, document, title || document, segment].map(clean));

describe('TEI P5', () => {
  it('gives back texts, states, names and word links, and libxml2 reads as many', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows.map(written), fc.integer({ min: 1, max: 60 }), async (rows, size) => {
        const [xml = ''] = await textsOf('tei', rows);
        const document = XmlDocument.fromString(xml);
        const found = document.find('//t:ab[@n]', { t: 'http://www.tei-c.org/ns/1.0' }).length;
        document.dispose();
        expect(found).toBe(rows.length);
        const read = await readBack('tei', [xml], size);
        expect([read.problems, read.warnings]).toEqual([[], []]);
        expect(facts(read.rows)).toEqual(facts(rows));
        expect(read.rows.map(({ kind, status }) => [kind, status])).toEqual(
          rows.map(({ kind, status }) => [kind, status]),
        );
        const stands = (range: CorpusRow['mentions'][number]['fa']) => range !== null && range.from < range.to;
        const marks = (some: readonly CorpusRow[]) =>
          some.map(({ mentions, links }) => ({
            mentions: mentions
              .filter(({ fa, en }) => stands(fa) || stands(en))
              .map(({ id, label, entity, fa, en }) => [
                ...[id, clean(label), entity],
                ...[fa, en].map((each) =>
                  each && stands(each) ? `${each.from}-${each.to} ${clean(each.text)}` : null,
                ),
              ]),
            links: links
              .filter(({ fa, en }) => stands(fa) && stands(en))
              .map(({ fa, en, sure }) => [fa.from, fa.to, en.from, en.to, sure]),
          }));
        expect(marks(read.rows)).toEqual(marks(rows));
      }),
    );
  });

  it('reads what others align: several sentences in a link, and one that no link names', async () => {
    const xml = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
      <div xml:lang="en"><s xml:id="e1">He went.</s><s xml:id="e2">She came.</s></div>
      <div xml:lang="fa"><s xml:id="f1">او رفت و آمد.</s><s xml:id="f2">پایان.</s></div></body></text>
      <standOff><linkGrp type="alignment"><link target="#f1 #e1 #e2"/><link target="#f9 #e9"/></linkGrp></standOff></TEI>`;
    const { rows, warnings } = await readBack('tei', [xml]);
    expect(rows.map(({ fa, en }) => [fa, en])).toEqual([
      ['او رفت و آمد.', 'He went. She came.'],
      ['پایان.', ''],
    ]);
    expect(warnings).toMatchObject([{ rule: 'tei.pointer' }]);
    expect(recognise(xml, 'x')).toBe('tei');
    expect((await readBack('tei', ['<html/>'])).problems).toMatchObject([{ rule: 'tei.root', line: 1 }]);
  });
});

describe('OPUS XCES', () => {
  it('gives back both documents by their links, and libxml2 reads all three files', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows.map(written), async (rows) => {
        const files = await textsOf('xces', rows);
        for (const xml of files) XmlDocument.fromString(xml).dispose();
        const read = await readBack('xces', files);
        expect([read.problems, read.warnings]).toEqual([[], []]);
        expect(facts(read.rows)).toEqual(facts(rows));
      }),
    );
  });

  it('takes the first list for the document that is declared first, whichever side it is', async () => {
    const [links = '', fa = '', en = ''] = await textsOf('xces', [row(), row({ segment: 's2', fa: '' })]);
    expect(links).toContain('xtargets="s1;s1"/>');
    expect(links).toContain('xtargets=";s2"/>');
    expect(recognise(links, 'x')).toBe('xces');
    const turned = links
      .replace('fromDoc="fa.xml" toDoc="en.xml"', 'fromDoc="en/1.xml.gz" toDoc="fa/1.xml.gz"')
      .replace('";s2"', '"s2;"')
      .replace('"s1;s1"', '"s1 s2;s1"');
    const { rows, warnings } = await readBack('xces', [turned, fa, en]);
    expect(warnings).toEqual([]);
    expect(rows[0]).toMatchObject({ fa: row().fa, en: 'He goes. He goes.' });
    expect(rows[1]).toMatchObject({ fa: '', en: 'He goes.' });
    const lost = await readBack('xces', [links.replace('"s1;s1"', '"s7;s1"'), fa, en]);
    expect(lost.warnings).toMatchObject([{ rule: 'xces.targets', line: 5 }]);
  });
});

import { describe, expect, it } from 'vitest';
import { recognise } from '../../shared/formats/recognise.ts';
import { readBack } from './reading.ts';

describe('a format by the beginning of its file', () => {
  it('is that of the root, whatever stands before it', () => {
    const prolog = '\ufeff <?xml version="1.0"?><!-- <tmx> --><!DOCTYPE x SYSTEM "tmx"><?pi <tmx>?>\n';
    for (const [root, format] of [
      ['<TEI xmlns="http://www.tei-c.org/ns/1.0">', 'tei'],
      ['<t:teiCorpus>', 'tei'],
      ['<cesAlign version="1.0">', 'xces'],
      ['<tmx version="1.4">', 'tmx'],
      ['<xliff version="1.2">', 'xliff-1.2'],
      ['<html>', null],
      ['', null],
    ] as const) {
      expect(recognise(prolog + root, 'x'), root).toBe(format);
    }
  });

  it('is none for comments that never end, however many', () => {
    expect(recognise('<!--'.repeat(5_000_000), 'x.xml')).toBeNull();
  });
});

describe('a reader', () => {
  it('takes a mention of brat in a hundred thousand pieces', async () => {
    const pieces = '0 1;'.repeat(100_000);
    const { rows, problems } = await readBack('brat', ['abc\n', `T1\tX ${pieces}1 2\tab\n`], 65_536);
    expect(problems).toEqual([]);
    expect(rows[0]?.mentions).toMatchObject([{ en: { from: 0, to: 2 } }]);
  });

  it('takes a document of TEI with 200,000 rows', async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => `<s xml:id="s${index}">او</s>`);
    const xml = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text xml:lang="fa"><body>${rows.join('')}</body></text></TEI>`;
    expect((await readBack('tei', [xml], 65_536)).rows).toHaveLength(200_000);
  });
});

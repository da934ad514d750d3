import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { statuses } from '../../shared/core/status.ts';
import { formats } from '../../shared/formats/corpus/row.ts';
import { exportCorpus } from '../../shared/formats/export.ts';
import { previewCorpus } from '../../shared/formats/preview.ts';
import { exported, options, row } from './rows.ts';

const many = (count: number) => Array.from({ length: count }, (_, index) => row({ segment: `s${index}` }));

describe('an export', () => {
  it('takes the chosen states only, and says which rows are left out', async () => {
    const rows = statuses.map((status) => row({ segment: status, status }));
    const { texts, report } = await exported(rows, options({ format: 'jsonl', states: ['reviewed', 'final'] }));
    expect((texts.jsonl ?? '').match(/"state":"\w+"/g)).toEqual(['"state":"reviewed"', '"state":"final"']);
    expect(report.written).toBe(2);
    expect(report.leftOut).toMatchObject([{ rule: 'state', count: 5 }]);
    expect(report.leftOut[0]?.examples.map(({ segment }) => segment)).toEqual(statuses.slice(0, 5));
  });

  it('counts everything but shows only the first few places', async () => {
    const rows = many(1000).map((each) => ({ ...each, en: 'a\u0000\u0001' }));
    const { report } = await exported(rows, options({ format: 'tmx' }));
    expect(report.written).toBe(1000);
    expect(report.changed).toMatchObject([{ rule: 'xml-character', count: 2000 }]);
    expect(report.changed[0]?.examples.length).toBe(5);
  });

  it('leaves no empty rendering in a pair, not even one of characters that the format takes out', async () => {
    for (const en of ['', ' \n', '\u200c\u200f', '\u0000', '\ud800', '\uffff']) {
      const { report } = await exported([row({ en })], options({ format: 'tmx' }));
      expect(report).toMatchObject({ written: 0, leftOut: [{ rule: 'empty-rendering', count: 1 }], changed: [] });
    }
  });

  it('is well-formed whatever stands in the ids, and a document stays one', async () => {
    const taken = { score: 82, from: 'm\u0001', at: 1, print: '0' };
    const rows = ['a\u0001', 'b\ufffe'].map((segment) =>
      row({ document: 'd\u0000', title: 't\u0001', segment, taken }),
    );
    for (const format of ['tmx', 'xliff-1.2', 'xces', 'docx-table', 'html', 'tei'] as const) {
      for (const text of Object.values((await exported(rows, options({ format }))).texts)) {
        XmlDocument.fromString(text).dispose();
        expect(text.match(/<(?:file|div|TEI|w:tbl|h1)[ >]/g)?.length ?? 1).toBe(1);
      }
    }
  });

  it('shows a long source by its first 60 characters', async () => {
    const { report } = await exported([row({ fa: '😀'.repeat(100), en: '' })], options({ format: 'tmx' }));
    expect(report.leftOut[0]?.examples[0]?.excerpt).toBe(`${'😀'.repeat(60)}…`);
  });

  it('counts English without Persian, and Persian left out, where a format cannot hold them', async () => {
    const rows = [
      row(),
      row({ segment: 's2', fa: '' }),
      row({ segment: 's3', en: '', leftOut: true }),
      row({ en: '' }),
    ];
    for (const format of ['tmx', 'moses', 'pharaoh', 'naacl'] as const) {
      const { report } = await exported(rows, options({ format }));
      expect(report.written).toBe(1);
      expect(report.leftOut.map(({ rule, count }) => [rule, count])).toEqual([
        ['empty-source', 1],
        ['left-out', 1],
        ['empty-rendering', 1],
      ]);
    }
    for (const format of ['tsv', 'jsonl'] as const) {
      expect((await exported(rows, options({ format }))).report).toMatchObject({ written: 4, leftOut: [] });
    }
  });

  it('counts renderings whose match or machine a format has no place for', async () => {
    const taken = { score: 82, from: 'news', at: 1, print: '0' };
    const rows = [row({ taken }), row({ segment: 's2', taken: { ...taken, score: null } }), row({ segment: 's3' })];
    for (const format of ['tsv', 'csv', 'xlsx', 'moses', 'docx-table', 'parquet', 'tei'] as const) {
      const { report } = await exported(rows, options({ format }));
      const lost = report.lost.filter(({ rule }) => rule === 'taken');
      expect(lost).toMatchObject([{ count: 2, examples: [{ segment: 's1' }, { segment: 's2' }] }]);
    }
    for (const format of ['jsonl', 'tmx', 'xliff-2.2', 'xliff-1.2'] as const) {
      expect((await exported(rows, options({ format }))).report.lost).toEqual([]);
    }
  });

  it('asks for rows no faster than its chunks are taken, and lets go of them when the reader leaves', async () => {
    let asked = 0;
    let closed = false;
    async function* endless() {
      try {
        for (;;) yield row({ segment: `s${asked++}` });
      } finally {
        closed = true;
      }
    }
    let read = 0;
    for await (const { text } of exportCorpus(endless(), options({ format: 'tsv' })).chunks) {
      const rowsIn = text.split('\n').length - 1;
      expect(asked).toBe((read === 0 ? rowsIn - 1 : rowsIn) + read);
      read = asked;
      if (asked > 5000) break;
    }
    expect(closed).toBe(true);
  });

  it.each(formats)('comes out the same in chunks of any number (%s)', async (format) => {
    const { files, chunks } = exportCorpus(many(2000), options({ format }));
    const sizes: number[] = [];
    const texts = files.map(() => '');
    for await (const { file, text } of chunks) {
      sizes.push(text.length);
      texts[file] += text;
    }
    // Formats for readers have nothing of a unit but what it says.
    const own: Partial<Record<typeof format, RegExp>> = {
      tei: /<ab /g,
      xces: /<link /g,
      w3c: /"motivation":"linking"/g,
      'cas-json': /"radif\.Row","@sofa":1,/g,
      conllu: /^# text = /gm,
      'conllu-plus': /^# text = /gm,
    };
    const others = ['html', 'markdown', 'text', 'docx-english', 'docx-table', 'xlsx'].includes(format)
      ? /He goes\./g
      : /<tu |<(?:trans-)?unit |^d1[\t,]|^\{|^او می|^#Text=|^او -X-|^<s snum=/gm;
    const units = (text: string) => text.match(own[format] ?? others)?.length;
    expect(units(texts[0] ?? '')).toBe(2000);
    // What stands off a text comes behind the whole of it.
    if (format !== 'cas-json' && format !== 'tei') expect(Math.max(...sizes)).toBeLessThan(40_000);
  });

  it('of nothing is a whole file still', async () => {
    const { texts, report } = await exported([], options({ format: 'tmx' }));
    expect(texts.tmx).toMatch(/<body>\s*<\/body>\s*<\/tmx>\s*$/);
    expect(report).toEqual({ written: 0, leftOut: [], changed: [], lost: [] });
  });
});

describe('a preview', () => {
  it('shows whole rows from the beginning and reports on all of them', async () => {
    const rows = [...many(500), row({ en: '' })];
    const { files, report } = await previewCorpus(rows, options({ format: 'tmx' }), 20);
    const whole = (await exported(rows, options({ format: 'tmx' }))).texts.tmx ?? '';
    expect(whole.startsWith(files[0]?.text ?? '?')).toBe(true);
    expect(files[0]?.text.endsWith('</tu>\n')).toBe(true);
    expect(files[0]?.text.split('\n').length).toBeLessThan(40);
    expect(report).toMatchObject({ written: 500, leftOut: [{ rule: 'empty-rendering', count: 1 }] });
  });

  it('shows each file of a pair', async () => {
    const { files } = await previewCorpus(many(3), options({ format: 'moses' }), 2);
    expect(files.map(({ ending, text }) => [ending, text])).toEqual([
      ['fa', 'او می‌رود.\nاو می‌رود.\n'],
      ['en', 'He goes.\nHe goes.\n'],
    ]);
  });
});

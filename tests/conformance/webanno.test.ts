import { describe, expect, it } from 'vitest';
import { webannoRewriter } from '../../shared/formats/webanno/rewrite.ts';
import { readBack } from '../formats/reading.ts';
import { officialFiles } from './folder.ts';

const files = officialFiles('webanno-tsv', '.tsv');

describe.skipIf(files.length === 0)('the test suite of WebAnno TSV 3.3', () => {
  it.each(files)('%s is read, and written back byte for byte', async (_, text) => {
    const { rows, problems } = await readBack('webanno', [text]);
    expect(problems).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
    for (const { fa, en, mentions } of rows) {
      for (const mention of mentions) {
        const [side, range] = mention.fa ? [fa, mention.fa] : [en, mention.en];
        expect(range && side.slice(range.from, range.to)).toBe(range?.text);
      }
    }
    const rewriter = webannoRewriter();
    expect(rewriter.write(text) + rewriter.end()).toBe(text);
  });
});

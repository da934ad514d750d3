import { describe, expect, it } from 'vitest';
import { readTmxPairs } from '../../shared/formats/tmx/read-pairs.ts';

const memory = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en"/><body>${body}</body></tmx>`;

function pairsOf(body: string) {
  const read = readTmxPairs(memory(body));
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read.value;
}

describe('readTmxPairs', () => {
  it('gives pairs from Persian to English, whatever the direction of the file', () => {
    const body = `<tu><tuv xml:lang="EN-US"><seg>Fish &amp; chips</seg></tuv><tuv xml:lang="fa_IR"><seg>ماهی</seg></tuv></tu>
      <tu><tuv lang="per"><seg>می‌رود</seg></tuv><tuv lang="en"><seg>goes</seg></tuv></tu>`;
    expect(pairsOf(body).pairs).toEqual([
      { source: 'ماهی', target: 'Fish & chips' },
      { source: 'می‌رود', target: 'goes' },
    ]);
  });

  it('leaves inline codes out and keeps highlighted text', () => {
    const body = `<tu><tuv xml:lang="en"><seg>a <bpt i="1">&lt;b></bpt>big<ept i="1">&lt;/b></ept> <hi>cat</hi></seg></tuv>
      <tuv xml:lang="fa"><seg><![CDATA[گربه]]></seg></tuv></tu>`;
    expect(pairsOf(body).pairs).toEqual([{ source: 'گربه', target: 'a big cat' }]);
  });

  it('counts units that lack a language, and takes Dari for no Persian', () => {
    const body = `<tu><tuv xml:lang="en"><seg>a</seg></tuv></tu>
      <tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="fa-AF"><seg>الف</seg></tuv></tu>
      <tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="fa"><seg> </seg></tuv></tu>`;
    expect(pairsOf(body)).toEqual({ pairs: [], incomplete: 3 });
  });

  it('tells where a file is no XML, or no TMX, and resolves no entity', () => {
    const ruleOf = (text: string) => {
      const read = readTmxPairs(text);
      return read.ok ? null : read.problems.map(({ rule, line }) => [rule, line]);
    };
    expect(ruleOf('<tmx>\n<body></tmx>')).toEqual([['xml.not-well-formed', 2]]);
    expect(ruleOf('<html/>')).toEqual([['tmx.root', 1]]);
    expect(ruleOf('')).toEqual([['xml.not-well-formed', 1]]);
    expect(ruleOf(memory('<tu><tuv xml:lang="en"><seg>&x;</seg></tuv></tu>'))?.[0]?.[0]).toBe('xml.not-well-formed');
  });
});

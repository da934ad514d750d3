import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTmx } from '../read-back.ts';
import { anyRow, exported, options, readable, row } from '../rows.ts';
import { byDtd } from '../validity.ts';

const violations = byDtd(readFileSync('tests/fixtures/tmx14.dtd', 'utf8'), 'tmx');

const tmxOf = async (rows: Parameters<typeof exported>[0], parts = {}) =>
  (await exported(rows, options({ format: 'tmx', ...parts }))).texts.tmx ?? '';

/** The characters of XML 1.0, counted by hand from production 2. */
function xmlOnly(text: string): string {
  const allowed = (code: number) =>
    [0x9, 0xa, 0xd].includes(code) ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    code >= 0x10000;
  return [...text].filter((character) => allowed(character.codePointAt(0) ?? 0)).join('');
}

const broken: readonly (readonly [what: string, from: RegExp | string, to: string])[] = [
  ['a version of its own', 'version="1.4"', 'version="1.4b"'],
  ['a header without creationtool', / creationtool="\w+"/, ''],
  ['a header without o-tmf', / o-tmf="\w+"/, ''],
  ['a segment type that is none', 'segtype="sentence"', 'segtype="row"'],
  ['a variant without its language', ' xml:lang="fa"', ''],
  ['an attribute of its own', 'tuid=', 'id='],
  ['a property after the variants', '    </tu>', '<prop type="x">1</prop></tu>'],
  ['no body', /<body>[\s\S]*<\/body>/, ''],
  ['text between units', '<body>', '<body>text'],
  ['a unit without variants', /<tuv[\s\S]*<\/tuv>/, ''],
  ['two segments in a variant', '</seg></tuv>', '</seg><seg/></tuv>'],
  ['an element of its own', '<body>', '<body><unit/>'],
];

describe('a TMX export', () => {
  it('is valid against tmx14.dtd for libxml2, whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 5 }), async (rows) => {
        expect(violations(await tmxOf(rows))).toEqual([]);
      }),
    );
  });

  it.each(broken)('would not be valid with %s', async (_, from, to) => {
    const sound = await tmxOf([row()]);
    const damaged = sound.replace(from, to);
    expect(damaged).not.toBe(sound);
    expect(violations(damaged)).not.toEqual([]);
  });

  it('gives back every text as it was, but for characters that XML does not have', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 5 }), async (rows) => {
        const { units } = readTmx(await tmxOf(rows));
        const pairs = rows
          .filter(({ fa, en }) => readable(fa) && readable(en))
          .map(({ fa, en }) => ({ fa: xmlOnly(fa), en: xmlOnly(en) }));
        expect(units.map(({ segs }) => segs)).toEqual(pairs);
      }),
    );
  });

  it('names the document of each unit, its title and its version, however they follow each other', async () => {
    const told = [
      { document: 'd1', title: 'a & b', version: 1 },
      { document: 'd1', title: 'a & b', version: 1 },
      { document: 'd2', title: 'a & b', version: 1 },
      { document: 'd2', title: 'c', version: 1 },
      { document: 'd2', title: 'c', version: 2 },
      { document: 'd1', title: 'a & b', version: 1 },
    ];
    const { units } = readTmx(await tmxOf(told.map((parts) => row(parts))));
    const named = units.map(({ props }) => ({
      document: props['x-document'],
      title: props['x-title'],
      version: Number(props['x-version']),
    }));
    expect(named).toEqual(told);
  });

  it('says in properties what TMX has no element for', async () => {
    const { header, units } = readTmx(await tmxOf([row({ kind: 'lead', origin: null }), row({ segment: 's2' })]));
    expect(header).toMatchObject({ srclang: 'fa', adminlang: 'en', datatype: 'plaintext', segtype: 'sentence' });
    expect(units[0]?.tuid).toBe('d1:s1');
    expect(units[0]?.props).toEqual({
      'x-document': 'd1',
      'x-title': 'Statements',
      'x-version': '7',
      'x-segment': 's1',
      'x-paragraph': '0',
      'x-statement': '0',
      'x-kind': 'lead',
      'x-state': 'translated',
    });
    expect(units[1]?.props['x-origin']).toBe('typed');
  });

  it('carries the chosen language tags', async () => {
    const { header, units } = readTmx(await tmxOf([row()], { fa: 'fa-IR', en: 'en-GB' }));
    expect(header.srclang).toBe('fa-IR');
    expect(Object.keys(units[0]?.segs ?? {})).toEqual(['fa-IR', 'en-GB']);
  });

  it('writes ZWNJ and marks of direction as they are, and adds none', async () => {
    const text = await tmxOf([row({ fa: 'می‌رود\u200f', en: 'goes\u200e' })]);
    expect(text).toContain('<seg>می‌رود\u200f</seg>');
    expect(text.match(/\p{Cf}/gu)).toEqual(['\u200c', '\u200f', '\u200e']);
    expect(text).not.toMatch(/&#(x200|8204|8206|8207)/i);
    expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">')).toBe(true);
  });

  it('escapes what would be markup and keeps carriage returns', async () => {
    const text = await tmxOf([row({ en: 'a & b < c ]]> d\re' })]);
    expect(text).toContain('<seg>a &amp; b &lt; c ]]&gt; d&#13;e</seg>');
  });

  it('names the version of the program', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await tmxOf([])).toContain(` creationtoolversion="${version}" `);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../shared/formats/corpus/reading.ts';
import { tmxReader } from '../../../shared/formats/tmx/read.ts';
import { plainElement } from '../../../shared/formats/xml/plain.ts';

/** Reads a text in pieces of these lengths, over and over. */
function read(text: string, lengths: readonly number[] = [text.length]): Batch {
  const reader = tmxReader('a.tmx');
  const batches: Batch[] = [];
  for (let at = 0, turn = 0; at < text.length && !reader.isOver; turn++) {
    const length = Math.max(1, lengths[turn % lengths.length] ?? 1);
    batches.push(reader.write(text.slice(at, at + length)));
    at += length;
  }
  if (!reader.isOver) batches.push(reader.end());
  return {
    rows: batches.flatMap(({ rows }) => rows),
    warnings: batches.flatMap(({ warnings }) => warnings),
    problems: batches.flatMap(({ problems }) => problems),
  };
}

/** The same text where no unit stands in a body as TMX has it, so that the parser reads it all. */
function parsed(text: string): Batch {
  const { problems, ...found } = read(text.replaceAll(/(?<=<\/?)body/g, 'BODY'));
  return { ...found, problems: JSON.parse(JSON.stringify(problems).replaceAll('BODY', 'body')) };
}

const inside = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('سلام', 'می\u200cرود ', 'plain text ', ' ', '&amp;', '&lt;b&gt;', '&#1587;', '&#x633;'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('<bpt i="1">x</bpt>y<ept i="1"/>', '<ph>{0}</ph>', '\n', '\r\n', '😀', "'", '"'),
  },
  fc.constantFrom(
    '<!-- c </tu> -->',
    '<![CDATA[a<b]]>',
    ']]>',
    '&nbsp;',
    '&',
    '<',
    '\u0001',
    '\ud800',
    '&#0;',
    '<?p?>',
    '<b>',
    '>',
  ),
);
const text = fc.array(inside, { maxLength: 6 }).map((parts) => parts.join(''));
const tag = fc.constantFrom(
  'xml:lang="fa"',
  "xml:lang='en'",
  'lang="EN-us"',
  'xml:lang = "fa"',
  '',
  'xml:lang="de" x="1"',
  'xml:lang="fa" xml:lang="fa"',
  'xmlns:a="b" xml:lang="en"',
);
const variant = fc.tuple(tag, text).map(([attributes, words]) => `  <tuv ${attributes}><seg>${words}</seg></tuv>\n`);
const aside = fc.constantFrom(
  '',
  '',
  '<prop type="x-segment">s1</prop>',
  '<note>n &amp; m</note>',
  '<prop type="x-version">3</prop>\n',
);
const unit = fc
  .tuple(fc.constantFrom('', ' tuid="a&lt;b"', ' tuid="a"\n  x="1"'), aside, fc.array(variant, { maxLength: 3 }))
  .map(([attributes, more, variants]) => `<tu${attributes}>${more}\n${variants.join('')}</tu>\n`);
const between = fc.constantFrom('', '', '', ' \n', '<!-- <tu> </tu> -->\n', '<!-- x', '<tux/>\n', '</tu>\n', 'words\n');
const file = fc
  .array(fc.tuple(unit, between), { maxLength: 8 })
  .map(
    (parts) =>
      `<?xml version="1.0"?>\n<tmx version="1.4">\n<header/>\n<body>\n${parts.flat().join('')}</body>\n</tmx>\n`,
  );

describe('units that are written plainly', () => {
  it('are read as the parser reads them: rows, warnings and problems with their places, in pieces of any length', () => {
    fc.assert(
      fc.property(
        file,
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 }),
        (written, lengths) => {
          const expected = parsed(written);
          expect(read(written)).toEqual(expected);
          expect(read(written, lengths)).toEqual(expected);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('tell what stands in an element, and leave all else to the parser', () => {
    expect(plainElement('<a b="&quot;&#x41;" c=\'"\'>x &lt;\r\n<d/>y</a>')).toEqual([
      { name: 'a', attributes: { b: '"A', c: '"' } },
      'x <\n',
      { name: 'd', attributes: {} },
      null,
      'y',
      null,
    ]);
    for (const other of [
      '<a>',
      '<a></b>',
      '<a></a> ',
      '<a b=1></a>',
      '<a b="<"></a>',
      '<a b="1" b="2"></a>',
      '<a constructor="1"></a>',
      '<a>&none;</a>',
      '<a>&#xD800;</a>',
      '<a><!-- --></a>',
      '<a>]]></a>',
      '<a>\u0001</a>',
      `${'<a>'.repeat(40)}${'</a>'.repeat(40)}`,
    ]) {
      expect(plainElement(other)).toBeNull();
    }
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../shared/core/problem.ts';
import { dtdProblems } from '../../../shared/formats/tmx/dtd.ts';
import { anyRow, exported, options, row } from '../rows.ts';
import { byDtd } from '../validity.ts';

const violations = byDtd(readFileSync('tests/fixtures/tmx14.dtd', 'utf8'), 'tmx');

async function problemsOf(xml: string): Promise<readonly Problem[]> {
  const found: Problem[] = [];
  const pieces = (async function* () {
    for (let at = 0; at < xml.length; at += 50) yield xml.slice(at, at + 50);
  })();
  for await (const problem of dtdProblems(pieces)) found.push(problem);
  return found;
}

const sample = async () => (await exported([row()], options({ format: 'tmx' }))).texts.tmx ?? '';

describe('TMX by its DTD', () => {
  it('is valid as it is written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 3 }), async (rows) => {
        expect(await problemsOf((await exported(rows, options({ format: 'tmx' }))).texts.tmx ?? '')).toEqual([]);
      }),
    );
  });

  it.each([
    ['tmx.value', 'version="1.4"', 'version="1.4b"'],
    ['tmx.attribute', / o-tmf="\w+"/, ''],
    ['tmx.value', 'segtype="sentence"', 'segtype="row"'],
    ['tmx.attribute', ' xml:lang="fa"', ''],
    ['tmx.undeclared', 'tuid=', 'id='],
    ['tmx.element', '    </tu>', '<prop type="x">1</prop></tu>'],
    ['tmx.missing', /<body>[\s\S]*<\/body>/, ''],
    ['tmx.text', '<body>', '<body>text'],
    ['tmx.missing', /<tuv[\s\S]*<\/tuv>/, ''],
    ['tmx.element', '</seg></tuv>', '</seg><seg/></tuv>'],
    ['tmx.element', '<body>', '<body><unit/>'],
    ['xml.not-well-formed', '</body>', ''],
  ] as const)('tells %s', async (rule, from, to) => {
    const [problem] = await problemsOf((await sample()).replace(from, to));
    expect(problem).toMatchObject({ rule, line: expect.any(Number) });
  });

  it('finds something wrong exactly where libxml2 does', async () => {
    const tags = [
      '<note>',
      '</note>',
      '<hi>',
      '</hi>',
      '<tuv>',
      '<map/>',
      '<ph x="1"/>',
      ' i="1"',
      'text',
      '<ut>',
      '<prop type="a"/>',
    ];
    const text = await sample();
    await fc.assert(
      // Behind the declaration: of what stands there, the encoding is for those who decode bytes.
      fc.asyncProperty(
        fc.integer({ min: text.indexOf('?>') + 2, max: text.length }),
        fc.constantFrom(...tags),
        async (at, tag) => {
          const changed = text.slice(0, at) + tag + text.slice(at);
          const isWrong = (await problemsOf(changed)).length > 0;
          expect(isWrong).toBe(violations(changed).length > 0);
        },
      ),
      { numRuns: 500 },
    );
  });
});

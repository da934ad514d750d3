import fc from 'fast-check';
import { lexer, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { exported, options, row } from '../rows.ts';

/** What a reader of Markdown sees, without its marks. */
function plain(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if ('tokens' in token && token.tokens) return plain(token.tokens);
      return token.type === 'escape' || token.type === 'text' ? token.text : `<${token.type}>`;
    })
    .join('');
}

const sign = fc.constantFrom(
  ...'#*_`~[]()<>!|\\&+-=.:>1^$"\'{}',
  '1. ',
  '- ',
  '# ',
  '    ',
  '***',
  '---',
  '===',
  '&amp;',
  '[x]: y',
  ' ',
);

/** CommonMark, and what GitHub makes of it; but for addresses that stand in a text, in which marked takes a backslash for a part of them. */
const flavours = [{ gfm: false }, { gfm: true }];

describe('the English as Markdown', () => {
  it('means itself for marked, whatever signs of Markdown it holds', async () => {
    const text = fc
      .array(fc.oneof(sign, fc.constantFrom('The', 'Majles', 'met')), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join('').replace(/ +/g, ' ').trim())
      .filter((each) => /\w/.test(each));
    await fc.assert(
      fc.asyncProperty(text, async (en) => {
        const { texts } = await exported([row({ en, title: en })], options({ format: 'markdown' }));
        for (const flavour of flavours) {
          const tokens = lexer(texts.md ?? '', flavour).filter(({ type }) => type !== 'space');
          expect(tokens.map((token) => [token.type, plain([token])])).toEqual([
            ['heading', en],
            ['paragraph', en],
          ]);
        }
      }),
      { numRuns: 400 },
    );
  });
});

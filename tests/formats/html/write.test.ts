import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { anyRow, exported, options } from '../rows.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** The elements of a name below a node, in their order. */
function elements(node: DefaultTreeAdapterTypes.ParentNode, name: string): readonly Element[] {
  return node.childNodes.flatMap((child) => {
    if (!tree.isElementNode(child)) return [];
    return [...(child.tagName === name ? [child] : []), ...elements(child, name)];
  });
}

function textOf(node: DefaultTreeAdapterTypes.ParentNode): string {
  return node.childNodes
    .map((child) => {
      if (tree.isTextNode(child)) return child.value;
      return tree.isElementNode(child) && !child.attrs.some(({ value }) => value === 'state') ? textOf(child) : '';
    })
    .join('');
}

/** What of a text stands on a page: characters of XML, a line break of one character. */
const shown = (text: string) =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/\r\n?/g, '\n');

describe('HTML side by side', () => {
  it('has for parse5 one row a segment with both texts, and no error', async () => {
    const rows = fc.array(anyRow, { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(rows, async (drawn) => {
        const { texts } = await exported(drawn, options({ format: 'html' }));
        const errors: string[] = [];
        const page = parse(texts.html ?? '', { onParseError: ({ code }) => errors.push(code) });
        expect(
          errors.filter((code) => !code.startsWith('control-character') && !code.startsWith('noncharacter')),
        ).toEqual([]);
        const cells = elements(page, 'tr')
          .map((line) => elements(line, 'td').map(textOf))
          .filter(({ length }) => length > 0);
        expect(cells.map((each) => each.map((text) => text.replace(/\r\n?/g, '\n')))).toEqual(
          drawn.map(({ fa, en, leftOut }) => [shown(fa), leftOut ? 'left out' : shown(en)]),
        );
      }),
    );
  });
});

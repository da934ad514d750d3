import { describe, expect, it } from 'vitest';
import { xliffReader } from '../../shared/formats/xliff/document.ts';
import { xliffRewriter } from '../../shared/formats/xliff/rewrite.ts';
import { namespaceReader } from '../../shared/formats/xml/read.ts';
import { elementOf, type XmlElement } from '../../shared/formats/xml/tree.ts';
import { officialFiles } from './folder.ts';

const valid = officialFiles('xliff/valid', '.xlf');
const invalid = officialFiles('xliff/invalid', '.xlf');

function problemsOf(xml: string) {
  const problems: { rule: string; line?: number; element?: string }[] = [];
  const reader = xliffReader({ unit: () => {}, problem: (problem) => void problems.push(problem) });
  reader.write(xml);
  reader.end();
  return reader.problem ? [...problems, reader.problem] : problems;
}

/** A document as nested lists: names by namespace, attributes in order, text where it counts. */
function canonical(xml: string): unknown {
  const path: XmlElement[] = [];
  let root: XmlElement | null = null;
  const reader = namespaceReader({
    open(tag, place) {
      const element = elementOf(tag, place);
      path.at(-1)?.children.push(element);
      root ??= element;
      path.push(element);
    },
    text: (text) => void path.at(-1)?.children.push(text),
    close: () => void path.pop(),
  });
  reader.write(xml);
  reader.end();
  const plain = (element: XmlElement): unknown => {
    const isMixed = ['source', 'target', 'note', 'data', 'pc', 'mrk'].includes(element.local);
    const children: unknown[] = [];
    for (const child of element.children) {
      if (typeof child !== 'string') children.push(plain(child));
      else if (isMixed || child.trim() !== '') {
        const before = typeof children.at(-1) === 'string' ? children.pop() : '';
        children.push(`${before}${child}`);
      }
    }
    const attributes = element.attributes.filter(({ name }) => !/^xmlns(:|$)|^version$/.test(name));
    return [
      element.uri.replace('document:2.2', 'document:2.0'),
      element.local,
      attributes.map(({ uri, local, value }) => [uri, local, value]).sort(),
      children,
    ];
  };
  return root && plain(root);
}

describe.skipIf(valid.length + invalid.length === 0)('the test suite of XLIFF 2', () => {
  it.each(valid)('%s is accepted, and written back equivalent in both versions', (_, xml) => {
    expect(problemsOf(xml)).toEqual([]);
    for (const version of ['2.1', '2.2'] as const) {
      const rewriter = xliffRewriter(version);
      const written = rewriter.write(xml) + rewriter.end();
      expect(canonical(written)).toEqual(canonical(xml));
      expect(problemsOf(written)).toEqual([]);
    }
  });

  it.each(invalid)('%s is refused with line, element and rule', (name, xml) => {
    const problems = problemsOf(xml);
    expect(problems.length, name).toBeGreaterThan(0);
    for (const problem of problems)
      expect(problem).toMatchObject({ line: expect.any(Number), element: expect.any(String) });
    console.info(
      `${name}: ${problems.map(({ rule, line, element }) => `${rule} (line ${line}, <${element}>)`).join(', ')}`,
    );
  });
});

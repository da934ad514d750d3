import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { AttrStep } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { applySteps, readSteps } from '../../../server/timeline/apply.ts';
import { schema } from '../../../shared/doc/model/schema.ts';

const segment = (n: number, text = '') => ({
  type: 'segment',
  attrs: { id: `s${n}`, from: n, to: n + 1 },
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
});
const page = (from: number, to: number) => ({
  type: 'page',
  content: Array.from({ length: to - from }, (_, n) => segment(from + n, n % 2 === 0 ? `text ${n}` : '')),
});
const mention = { type: 'mention', attrs: { id: 'm1', label: 'PER' } };
const start = schema.nodeFromJSON({
  type: 'doc',
  content: [page(0, 4), page(4, 8), page(8, 12), { type: 'standoff', content: [mention] }],
});

const content = fc.constantFrom<unknown>(
  { type: 'text', text: 'new' },
  { type: 'text', text: 'new', marks: [{ type: 'anchor', attrs: { id: 'm1' } }] },
  { type: 'text', text: 'new', marks: [{ type: 'anchor', attrs: { id: 7 } }] },
  segment(20, 'whole'),
  { type: 'segment', attrs: { id: '', from: 0, to: 1 } },
  { type: 'segment', attrs: { id: 's21', from: 'a', to: 1 } },
  page(20, 22),
  { type: 'page', content: [{ ...segment(23), attrs: { id: 's23', from: 2.5, to: 3 } }] },
  { type: 'page' },
  mention,
  { type: 'mention', attrs: { id: 'm2' } },
  { type: 'standoff' },
);
const borders: number[] = [0];
start.descendants((node, pos) => {
  if (!node.isText) borders.push(pos, pos + node.nodeSize);
});
const place = fc.oneof(fc.nat(start.content.size), fc.constantFrom(...borders));
const range = fc.oneof(
  fc.record({ from: place, to: place }),
  place.map((from) => ({ from, to: from })),
);
const open = fc.constantFrom(0, 0, 0, 1, 2);
const step = fc.oneof(
  fc
    .record({ content: fc.array(content, { maxLength: 2 }), openStart: open, openEnd: open })
    .chain((slice) => range.map((where) => ({ stepType: 'replace', ...where, slice }))),
  fc.record({
    stepType: fc.constant('attr'),
    pos: place,
    attr: fc.constantFrom('id', 'from', 'status', 'label', 'links', 'unknown'),
    value: fc.constantFrom<unknown>('x', '', 3, -1, null, 'draft', { hash: 'h', pairs: [] }),
  }),
  fc.record({
    stepType: fc.constantFrom('addMark', 'removeMark'),
    mark: fc.constantFrom({ type: 'anchor', attrs: { id: 'm1' } }, { type: 'anchor', attrs: { id: '' } }),
    from: place,
    to: place,
  }),
);

/** What comes of `sent` when every node of every version is checked. */
function checkedThroughout(sent: readonly unknown[]): Node | null {
  const read = readSteps(sent);
  if (!read.ok) return null;
  try {
    return read.value.reduce((doc, each) => {
      const { step } = each;
      if (step instanceof AttrStep && !Object.hasOwn(doc.nodeAt(step.pos)?.attrs ?? {}, step.attr))
        throw new RangeError('No such attribute');
      const result = step.apply(doc);
      if (!result.doc) throw new RangeError(result.failed ?? '');
      result.doc.check();
      return result.doc;
    }, start);
  } catch {
    return null;
  }
}

describe('applying steps', () => {
  it('takes exactly what keeps the schema, though it looks only at what changed', async () => {
    const met = { taken: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (sent) => {
        const read = readSteps(sent);
        const applied = read.ok ? await applySteps(start, read.value) : read;
        const expected = checkedThroughout(sent);
        met[applied.ok ? 'taken' : 'refused'] += 1;
        expect(applied.ok).toBe(expected !== null);
        if (applied.ok) expect(applied.value.eq(expected ?? start)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
    expect(met.taken).toBeGreaterThan(100);
    expect(met.refused).toBeGreaterThan(100);
  });
});

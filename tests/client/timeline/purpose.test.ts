import { beforeAll, describe, expect, it } from 'vitest';
import type { Timeline } from '../../../client/timeline/timeline.ts';
import { listVersions } from '../../../server/commands/version/list.ts';
import type { Context } from '../../../server/context.ts';
import { mergeSegments } from '../../../shared/doc/edit/structure.ts';
import { segmentByIndex } from '../../../shared/doc/model/read.ts';
import { PURPOSE, type Purpose } from '../../../shared/wire/purpose.ts';
import { engineOf } from '../../server/engines.ts';
import { newDocument } from '../../server/writer.ts';
import { type Line, lineTo, openTab, renderings, type } from './tab.ts';

/** Writes as one deed, at the end of the rendering of each of `segments`. */
function write(tab: Timeline, segments: readonly number[], text: string, purpose: Purpose): void {
  const { tr } = tab.state;
  for (const index of segments) {
    const segment = segmentByIndex(tr.doc, index);
    if (segment) tr.insertText(text, segment.pos + 1 + segment.text.length);
  }
  tab.dispatch(tr.setMeta(PURPOSE, purpose));
}

const deed = (name: string): Purpose => ({ kind: 'accept', deed: name, count: 2 });

describe('what unsent steps are for', () => {
  const engine = engineOf('sqlite');
  let context: Context;

  beforeAll(async () => {
    context = await engine.context();
  });

  async function opened(): Promise<{ document: string; line: Line; tab: Timeline }> {
    const document = await newDocument(context);
    const line = lineTo(context);
    return { document, line, tab: await openTab(line, document) };
  }

  async function told(document: string) {
    const { entries } = await listVersions(context, { document });
    return entries.map(({ kind, segments }) => [kind, segments]).reverse();
  }

  it('is told with them: typing before and after a deed makes entries of its own', async () => {
    const { document, tab } = await opened();
    type(tab, 0, 'Typed. ');
    write(tab, [1, 2], 'Accepted.', deed('d-1'));
    write(tab, [0], 'Accepted.', deed('d-2'));
    type(tab, 0, ' Typed.');
    expect(await tab.settle()).toBe('saved');
    tab.close();
    expect(renderings(tab)).toEqual(['Typed. Accepted. Typed.', 'Accepted.', 'Accepted.']);
    expect(await told(document)).toEqual([
      ['import', 3],
      ['work', 1],
      ['accept', 2],
      ['accept', 1],
      ['work', 1],
    ]);
  });

  it('leaves nothing out and sends nothing twice where others came first', async () => {
    const { document, line, tab } = await opened();
    const other = await openTab(lineTo(context), document);
    line.cut = 'before';
    const first = segmentByIndex(tab.state.doc, 1)?.id ?? '';
    const { tr } = tab.state;
    mergeSegments(tr, first, { text: '', paragraphs: [{ from: 0, to: 1000 }] });
    tab.dispatch(tr);
    write(tab, [0, 1], 'Accepted.', deed('d-1'));
    type(tab, 1, ' Typed.');
    type(other, 0, 'First. ');
    type(other, 2, 'Other. ');
    await other.settle();
    line.cut = 'no';
    tab.retry();
    expect(await tab.settle()).toBe('saved');
    const seen = await openTab(lineTo(context), document);
    expect(renderings(seen)).toEqual(renderings(tab));
    expect(renderings(seen).join('')).toContain('First. ');
    expect(
      renderings(seen)
        .join('')
        .match(/Accepted\./g),
    ).toHaveLength(2);
    expect((await told(document)).map(([kind]) => kind)).toContain('accept');
    for (const one of [tab, other, seen]) one.close();
  });
});

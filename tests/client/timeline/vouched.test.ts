import { closeHistory, undo } from 'prosemirror-history';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Timeline } from '../../../client/timeline/timeline.ts';
import { importDocument } from '../../../server/commands/document/import.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import type { Context } from '../../../server/context.ts';
import { setAttributes } from '../../../shared/doc/edit/seam.ts';
import { setStatus, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { segmentByIndex, segments } from '../../../shared/doc/model/read.ts';
import { engineOf } from '../../server/engines.ts';
import { documentAt } from '../../server/opened.ts';
import { type Line, lineTo, openTab, type } from './tab.ts';

describe('a confirmation that meets the words of another', () => {
  const engine = engineOf('sqlite');
  let context: Context;

  beforeAll(async () => {
    context = await engine.context();
  });

  /** A document with a rendering, and two tabs that show it; the line of the second can be cut. */
  async function opened(): Promise<{ id: string; here: Timeline; there: Timeline; line: Line }> {
    const { id: project } = await createProject(context, { name: 'Two' });
    const imported = await importDocument(context, { project, title: '', text: 'این یک جمله است.' });
    if (!imported.ok) throw new Error('The text was refused');
    const { id } = imported.value;
    const line = lineTo(context);
    const here = await openTab(lineTo(context), id);
    type(here, 0, 'One two');
    stand(here, 'draft');
    await here.settle();
    return { id, here, there: await openTab(line, id), line };
  }

  function stand(tab: Timeline, status: 'draft' | 'translated'): void {
    const tr = closeHistory(tab.state.tr);
    setStatus(tr, segmentByIndex(tab.state.doc, 0)?.id ?? '', status);
    tab.dispatch(tr);
  }

  /** What every tab and the server end with. */
  async function ended(id: string, ...tabs: readonly Timeline[]): Promise<unknown> {
    const told = (tab: Pick<Timeline, 'state'>) => segments(tab.state.doc).map(({ text, status }) => [text, status]);
    const atHead = async () => segments((await documentAt(context, id)).doc).map(({ text, status }) => [text, status]);
    await vi.waitFor(async () => {
      for (const tab of tabs) {
        await tab.settle();
        expect(told(tab)).toEqual(await atHead());
      }
    });
    for (const tab of tabs) tab.close();
    return atHead();
  }

  it('is of the words that were seen, where it comes after them', async () => {
    const { id, here, there, line } = await opened();
    line.cut = 'before';
    stand(there, 'translated');
    type(here, 0, ' three');
    await here.settle();
    line.cut = 'no';
    expect(await ended(id, here, there)).toEqual([['One two three', 'draft']]);
  });

  it('is of the words that were seen, where it comes before them', async () => {
    const { id, here, there, line } = await opened();
    line.cut = 'before';
    type(there, 0, ' three');
    stand(here, 'translated');
    await here.settle();
    line.cut = 'no';
    expect(await ended(id, here, there)).toEqual([['One two three', 'draft']]);
  });

  it('is left to its author by the server, who may be gone before the answer', async () => {
    const { id, here, there, line } = await opened();
    line.cut = 'after';
    stand(there, 'translated');
    type(here, 0, ' three');
    await here.settle();
    await there.settle();
    const head = segments((await documentAt(context, id)).doc).map(({ text, status }) => [text, status]);
    expect(head).toEqual([['One two three', 'draft']]);
    line.cut = 'no';
    expect(await ended(id, here, there)).toEqual([['One two three', 'draft']]);
  });

  it('does not come back with a split that is undone while the other types in a half', async () => {
    const { id, here, there, line } = await opened();
    stand(here, 'translated');
    const { state } = here;
    const first = segmentByIndex(state.doc, 0);
    if (!first) throw new Error('There is no segment');
    const tr = closeHistory(state.tr);
    const source = { text: 'این یک جمله است.', paragraphs: [{ from: 0, to: 16 }] };
    expect(splitSegment(tr, first.id, { source: 4, rendering: 4 }, 'new', source)).toBe(true);
    here.dispatch(tr);
    await here.settle();
    await vi.waitFor(() => expect(segments(there.state.doc)).toHaveLength(2));
    line.cut = 'before';
    type(there, 1, ' three');
    undo(here.state, (tr) => here.dispatch(tr));
    await here.settle();
    line.cut = 'no';
    expect(await ended(id, here, there)).toEqual([['One two three', 'draft']]);
  });

  it('has its like in first words that one takes back while the other writes on: those are a draft', async () => {
    const { id, here, there, line } = await opened();
    const bare = (tab: Timeline) => {
      const tr = closeHistory(tab.state.tr);
      const { pos, node, id: segment } = segmentByIndex(tr.doc, 0) ?? {};
      if (pos === undefined || !node || !segment) throw new Error('There is no segment');
      tr.delete(pos + 1, pos + 1 + node.content.size);
      setAttributes(tr, pos, { status: 'initial', origin: null });
      tab.dispatch(tr);
    };
    line.cut = 'before';
    type(there, 0, ' three');
    bare(here);
    await here.settle();
    line.cut = 'no';
    expect(await ended(id, here, there)).toEqual([[' three', 'draft']]);
  });

  it('stays where the other did not write', async () => {
    const { id, here, there, line } = await opened();
    line.cut = 'before';
    stand(there, 'translated');
    const tr = here.state.tr;
    setAttributes(tr, segmentByIndex(tr.doc, 0)?.pos ?? 0, { note: 'Mind the tense' });
    here.dispatch(tr);
    await here.settle();
    line.cut = 'no';
    expect(await ended(id, here, there)).toEqual([['One two', 'translated']]);
  });
});

import { closeHistory, undo } from 'prosemirror-history';
import { TextSelection } from 'prosemirror-state';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { deaf, sendLeftovers } from '../../../client/timeline/leftovers.ts';
import { openTray } from '../../../client/timeline/tray.ts';
import type { Unsent, UnsentChange } from '../../../client/timeline/unsent.ts';
import { importDocument } from '../../../server/commands/document/import.ts';
import { openDocument } from '../../../server/commands/document/open.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import type { Context } from '../../../server/context.ts';
import { mergeSegments, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/model/migrations.ts';
import { segmentByIndex } from '../../../shared/doc/model/read.ts';
import { engineOf } from '../../server/engines.ts';
import { type Line, lineTo, openTab, outboxInMemory, renderings, type } from './tab.ts';

describe('a tab and the timeline', () => {
  const engine = engineOf('sqlite');
  let context: Context;

  beforeAll(async () => {
    context = await engine.context();
  });

  async function newDocument(): Promise<string> {
    const { id: project } = await createProject(context, { name: 'Tabs' });
    const text = 'این یک جمله است. این جملهٔ دوم است. این جملهٔ سوم است.';
    const imported = await importDocument(context, { project, title: '', text });
    if (!imported.ok) throw new Error('The text was refused');
    return imported.value.id;
  }

  it('says saved only when the server has every change', async () => {
    const id = await newDocument();
    const tab = await openTab(lineTo(context), id);
    expect(tab.saving()).toEqual({ kind: 'saved', version: 0, waiting: 0, kept: true });
    type(tab, 0, 'One');
    expect(tab.saving()).toMatchObject({ kind: 'saving', waiting: 1 });
    expect(await tab.settle()).toBe('saved');
    expect(tab.saving()).toMatchObject({ kind: 'saved', version: 1 });
    expect((await openDocument(context, { id })).head).toBe(1);
    tab.close();
  });

  it('brings the changes of one tab to the other while both stay open', async () => {
    const id = await newDocument();
    const [here, there] = [await openTab(lineTo(context), id), await openTab(lineTo(context), id)];
    type(here, 0, 'Here');
    type(there, 1, 'There');
    await vi.waitFor(() => {
      expect(renderings(here)).toEqual(['Here', 'There', '']);
      expect(renderings(there)).toEqual(['Here', 'There', '']);
    });
    undo(here.state, (tr) => here.dispatch(tr));
    await vi.waitFor(() => expect(renderings(there)).toEqual(['', 'There', '']));
    here.close();
    there.close();
  });

  it('asks what it was not told of yet before it takes in what others did', async () => {
    const id = await newDocument();
    const [here, there] = [await openTab(lineTo(context), id), await openTab(lineTo(context), id)];
    const before: (readonly string[])[] = [];
    here.onTaking = () => {
      before.push(renderings(here));
      here.dispatch(here.state.tr.setSelection(TextSelection.near(here.state.doc.resolve(8))));
    };
    type(there, 1, 'There');
    await vi.waitFor(() => expect(renderings(here)).toEqual(['', 'There', '']));
    expect(before[0]).toEqual(['', '', '']);
    here.close();
    there.close();
  });

  it('takes its steps as the server has put them behind those of others, an answer that was lost included', async () => {
    const id = await newDocument();
    const line = lineTo(context);
    const deafLine = Object.assign(lineTo(context), { watch: () => () => undefined });
    const [here, there] = [await openTab(line, id), await openTab(deafLine, id)];
    for (const letter of ['a', 'b']) {
      type(here, 0, letter);
      await here.settle();
    }
    type(there, 1, 'There');
    deafLine.cut = 'after';
    expect(await there.settle()).toBe('waiting');
    expect((await openDocument(context, { id })).head).toBe(3);
    deafLine.cut = 'no';
    type(there, 2, 'more');
    expect(await there.settle()).toBe('saved');
    expect(renderings(there)).toEqual(['ab', 'There', 'more']);
    expect((await openDocument(context, { id })).head).toBe(4);
    here.close();
    there.close();
  });

  it('opens the document again where the server has put its steps elsewhere, with nothing twice and nothing lost', async () => {
    const id = await newDocument();
    const line = deaf(lineTo(context)) as Line;
    const elsewhere: Line = {
      ...line,
      async push(push) {
        const typed = push.steps as readonly { readonly from: number; readonly to: number }[];
        return line.push({ ...push, steps: typed.map((step) => ({ ...step, from: step.from + 4, to: step.to + 4 })) });
      },
    };
    const [here, there] = [await openTab(line, id), await openTab(elsewhere, id)];
    type(here, 0, 'ab');
    await here.settle();
    type(there, 0, 'There');
    expect(await there.settle()).not.toBe('waiting');
    const stored = renderings(await openTab(line, id));
    expect(renderings(there)).toEqual(stored);
    expect(stored.join().match(/There/g)).toHaveLength(1);
    here.close();
    there.close();
  });

  it('keeps typing while the line is cut, and sends it when the server is back', async () => {
    const id = await newDocument();
    const line = lineTo(context);
    const tab = await openTab(line, id);
    line.cut = 'before';
    type(tab, 0, 'Off');
    expect(await tab.settle()).toBe('waiting');
    type(tab, 0, 'line');
    expect(tab.saving()).toMatchObject({ kind: 'offline', waiting: 2, kept: true });
    line.cut = 'no';
    tab.retry();
    await vi.waitFor(() => expect(tab.saving()).toMatchObject({ kind: 'saved', version: 2 }));
    tab.close();
  });

  it('counts a push only once when its answer was lost', async () => {
    const id = await newDocument();
    const line = lineTo(context);
    const tab = await openTab(line, id);
    line.cut = 'after';
    type(tab, 0, 'Once');
    expect(await tab.settle()).toBe('waiting');
    line.cut = 'no';
    expect(await tab.settle()).toBe('saved');
    expect(renderings(tab)[0]).toBe('Once');
    expect((await openDocument(context, { id })).head).toBe(1);
    tab.close();
  });

  it('sends what a closed tab left, on top of what others did since', async () => {
    const id = await newDocument();
    const line = lineTo(context);
    const outbox = outboxInMemory();
    const closed = await openTab(line, id, outbox);
    line.cut = 'before';
    type(closed, 0, 'Left behind');
    await vi.waitFor(async () => expect(await outbox.unsent()).toHaveLength(1));
    closed.close();
    line.cut = 'no';

    const other = await openTab(line, id);
    type(other, 0, 'Meanwhile ');
    await other.settle();

    const sent = await sendLeftovers({ authority: line, outbox, newId: () => 'unused', now: Date.now });
    expect(sent).toEqual([id]);
    expect(await outbox.unsent()).toEqual([]);
    await vi.waitFor(() => expect(renderings(other)[0]).toContain('Left behind'));
    expect(renderings(other)[0]).toContain('Meanwhile ');
    other.close();
  });

  it('shows the text of steps that no document takes any more', async () => {
    const id = await newDocument();
    const outbox = outboxInMemory();
    const step = { stepType: 'replace', from: 9999, to: 9999, slice: { content: [{ type: 'text', text: 'Too far' }] } };
    await outbox.keep({
      client: 'c-gone',
      document: id,
      base: 0,
      mark: null,
      schema: SCHEMA_VERSION,
      after: 0,
      turn: 1,
      steps: [step],
    });
    await sendLeftovers({ authority: lineTo(context), outbox, newId: () => 'rescued', now: () => 1 });
    expect(await outbox.unsent()).toEqual([]);
    expect(await outbox.recovered(id)).toEqual([
      { id: 'rescued', document: id, segment: null, text: 'Too far', at: 1, reason: 'refused' },
    ]);
  });

  it('puts text into the tray when somebody deleted the place it was typed into', async () => {
    const id = await newDocument();
    const line = lineTo(context);
    const outbox = outboxInMemory();
    const writer = await openTab(line, id, outbox);
    type(writer, 0, 'The first words');
    await writer.settle();
    const deleter = await openTab(lineTo(context), id);

    line.cut = 'before';
    const segment = segmentByIndex(writer.state.doc, 0);
    if (!segment) throw new Error('There is no segment');
    writer.dispatch(writer.state.tr.insertText(' very', segment.pos + 1 + 'The'.length));
    deleter.dispatch(deleter.state.tr.delete(segment.pos + 1, segment.pos + 1 + 'The first words'.length));
    await deleter.settle();
    line.cut = 'no';
    await writer.settle();

    expect(renderings(writer)).toEqual(['', '', '']);
    const rescued = { segment: segment.id, text: ' very', reason: 'overtaken' };
    expect(await outbox.recovered(id)).toMatchObject([rescued]);
    const tray = openTray(outbox, id);
    await vi.waitFor(() => expect(tray.items()).toMatchObject([rescued]));
    tray.dismiss(tray.items()[0]?.id ?? '');
    expect(tray.items()).toEqual([]);
    expect(await outbox.recovered(id)).toEqual([]);
    writer.close();
    deleter.close();
  });

  it('mends what an undo takes back crosswise, and sends both', async () => {
    const id = await newDocument();
    const [here, there] = [await openTab(lineTo(context), id), await openTab(lineTo(context), id)];
    const { source } = await openDocument(context, { id });
    const text = { text: source, paragraphs: [{ from: 0, to: source.length }] };
    type(here, 0, 'One');
    const first = segmentByIndex(here.state.doc, 0);
    if (!first) throw new Error('There is no segment');
    const split = closeHistory(here.state.tr);
    expect(splitSegment(split, first.id, { source: first.from + 4, rendering: 0 }, 'new', text)).toBe(true);
    here.dispatch(split);
    await here.settle();
    await vi.waitFor(() => expect(renderings(there)).toHaveLength(4));
    const merge = there.state.tr;
    expect(mergeSegments(merge, 'new', text)).toBe(true);
    there.dispatch(merge);
    await there.settle();
    await vi.waitFor(() => expect(renderings(here)).toHaveLength(3));

    undo(here.state, (tr) => here.dispatch(tr));
    await here.settle();
    expect(here.saving()).toMatchObject({ kind: 'saved' });
    expect(renderings(here)).toEqual(['One', '']);
    await vi.waitFor(() => expect(renderings(there)).toEqual(['One', '']));
    here.close();
    there.close();
  });

  it('sends nothing before the outbox holds it, so that a crash after that sends nothing twice', async () => {
    const id = await newDocument();
    const line = lineTo(context);
    const outbox = outboxInMemory();
    const slow = {
      ...outbox,
      keep: (change: UnsentChange) => openDocument(context, { id }).then(() => outbox.keep(change)),
    };
    const pushes: { readonly base: number; readonly kept: readonly Unsent[] }[] = [];
    const watched: Line = {
      ...line,
      async push(push) {
        pushes.push({ base: push.base, kept: await outbox.unsent() });
        return line.push(push);
      },
    };
    const [writer, other] = [await openTab(watched, id, slow), await openTab(lineTo(context), id)];
    line.cut = 'before';
    type(writer, 0, 'Once');
    await vi.waitFor(async () => expect(await outbox.unsent()).toHaveLength(1));
    type(other, 1, 'Meanwhile');
    await other.settle();
    line.cut = 'no';
    writer.retry();
    await vi.waitFor(async () => expect((await openDocument(context, { id })).head).toBe(2));
    writer.close();
    for (const { base, kept } of pushes) expect(kept).toMatchObject([{ base }]);
    const { base, kept } = pushes.at(-1) ?? { base: 0, kept: [] };
    expect(base).toBe(1);

    const left = { ...outboxInMemory(), unsent: async () => kept };
    await sendLeftovers({ authority: line, outbox: left, newId: () => 'unused', now: Date.now });
    await other.settle();
    await vi.waitFor(() => expect(renderings(other)).toEqual(['Once', 'Meanwhile', '']));
    expect((await openDocument(context, { id })).head).toBe(2);
    other.close();
  });

  it('opens the document again when the server refuses a change, and shows what it held', async () => {
    const id = await newDocument();
    const outbox = outboxInMemory();
    const refusing: Line = { ...lineTo(context), push: async () => ({ ok: false, reason: 'refused', problems: [] }) };
    const tab = await openTab(refusing, id, outbox);
    type(tab, 0, 'Kept words');
    await tab.settle();
    expect(renderings(tab)).toEqual(['', '', '']);
    expect(tab.saving()).toMatchObject({ kind: 'saved', version: 0 });
    expect((await outbox.recovered(id)).map(({ text, reason }) => ({ text, reason }))).toEqual([
      { text: 'Kept words', reason: 'refused' },
    ]);
    tab.close();
  });
});

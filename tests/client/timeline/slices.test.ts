import { undo } from 'prosemirror-history';
import { expect, it } from 'vitest';
import { restoreVersion } from '../../../client/timeline/restore.ts';
import { sliceLength } from '../../../client/timeline/slice.ts';
import type { Context } from '../../../server/context.ts';
import { setStatus } from '../../../shared/doc/edit/structure.ts';
import { brokenLaws } from '../../../shared/doc/model/law.ts';
import { segments } from '../../../shared/doc/model/read.ts';
import type { Push } from '../../../shared/wire/push.ts';
import { withEngines } from '../../server/engines.ts';
import { newDocument, persian, renderings as stored } from '../../server/writer.ts';
import { type Line, lineTo, openTab, outboxInMemory, renderings } from './tab.ts';

/** More than one slice; `SEGMENTS=20000` makes more of them than the server takes steps in one push. */
const MANY = Number(process.env.SEGMENTS ?? 6_000);

/** A line that counts what goes over it, and may answer from some push on as a server does that refuses. */
function counted(ctx: Context, refusesFrom = Number.POSITIVE_INFINITY) {
  const pushes: Push[] = [];
  const inner = lineTo(ctx);
  const line: Line = {
    ...inner,
    async push(push) {
      pushes.push(push);
      const problems = [{ rule: 'law.segment-gap', message: 'No segment covers the source.' }];
      return pushes.length > refusesFrom ? { ok: false, reason: 'refused', problems } : inner.push(push);
    },
  };
  return { line, pushes };
}

withEngines((engine) => {
  it('sends a restoration of many segments in slices, which one undo takes back', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx, persian(MANY));
    const { line, pushes } = counted(ctx);
    const tab = await openTab(line, document);
    const all = segments(tab.state.doc);
    const tr = tab.state.tr.setMeta('addToHistory', false);
    for (const { pos, text } of all.toReversed()) tr.insertText('Done', pos + 1 + text.length);
    for (const { id } of all.slice(0, 2_000)) setStatus(tr, id, 'translated');
    tab.dispatch(tr);
    expect(await tab.settle()).toBe('saved');
    expect(await restoreVersion(tab, line, { version: 0, deed: 'deed-1' })).toBe(true);
    expect(tab.saving().waiting).toBeGreaterThan(1_000);
    expect(tab.saving().waiting).toBeLessThan(2_500);
    const before = pushes.length;
    expect(await tab.settle()).toBe('saved');
    expect(pushes.length - before).toBeGreaterThan(1);
    expect((await stored(ctx, document)).every((text) => text === '')).toBe(true);
    undo(tab.state, (back) => tab.dispatch(back));
    expect(renderings(tab).every((text) => text === 'Done')).toBe(true);
    expect(await tab.settle()).toBe('saved');
    expect((await stored(ctx, document)).every((text) => text === 'Done')).toBe(true);
    tab.close();
  }, 300_000);

  it('tells a slice that is refused with its cause, and shows what the server has', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx, persian(6_000));
    const { line } = counted(ctx, 1);
    const outbox = outboxInMemory();
    const tab = await openTab(line, document, outbox);
    const { tr } = tab.state;
    for (const { pos } of segments(tab.state.doc).toReversed()) tr.insertText('Done', pos + 1);
    tab.dispatch(tr);
    expect(await tab.settle()).toBe('refused');
    expect(tab.refusal).toMatchObject([{ rule: 'law.segment-gap' }]);
    expect(tab.saving()).toMatchObject({ kind: 'saved', version: 5_000, waiting: 0 });
    expect(renderings(tab)).toEqual(await stored(ctx, document));
    expect(renderings(tab).filter((text) => text === 'Done')).toHaveLength(5_000);
    expect(await outbox.recovered(document)).toHaveLength(1_000);
    tab.close();
  }, 300_000);
});

it('cuts only where the document keeps the laws', async () => {
  const { restoreDocument } = await import('../../../shared/doc/merge/restore.ts');
  const { Transform } = await import('prosemirror-transform');
  const { fewSegments } = await import('../../doc/simulation/beginning.ts');
  const { mergeSegments } = await import('../../../shared/doc/edit/structure.ts');
  const { doc, source } = fewSegments();
  const changed = new Transform(doc);
  const [first] = segments(doc);
  expect(mergeSegments(changed, first?.id ?? '', source)).toBe(true);
  const back = new Transform(changed.doc);
  expect(restoreDocument(back, doc, source)).toBe(true);
  expect(back.steps.length).toBeGreaterThan(0);
  for (let steps = 1; steps < back.steps.length; steps++) {
    const length = sliceLength(changed.doc, back.steps, source, { steps, size: 1_000_000 });
    const reached = back.docs[length] ?? back.doc;
    if (length < steps || back.docs.slice(1, steps + 1).some((one) => brokenLaws(one, source).length === 0))
      expect(brokenLaws(reached, source)).toEqual([]);
  }
});

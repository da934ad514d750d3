import { expect, it } from 'vitest';
import { listDocuments } from '../../../../server/commands/document/list.ts';
import { openDocument } from '../../../../server/commands/document/open.ts';
import { pushSteps } from '../../../../server/commands/timeline/push.ts';
import type { Context } from '../../../../server/context.ts';
import { pushLimits } from '../../../../server/timeline/apply.ts';
import { SCHEMA_VERSION } from '../../../../shared/doc/model/migrations.ts';
import type { Push } from '../../../../shared/wire/push.ts';
import { withEngines } from '../../engines.ts';
import { newDocument, openWriter } from '../../writer.ts';

const typed = (text: string, at = 2) => ({
  stepType: 'replace',
  from: at,
  to: at,
  slice: { content: [{ type: 'text', text }] },
});
const inserted = (content: unknown, at: number) => ({
  stepType: 'replace',
  from: at,
  to: at,
  slice: { content: [content] },
});
/** A mention at the end of the standoff of a document of three untranslated segments. */
const marked = (attrs: object) => inserted({ type: 'mention', attrs: { id: 'm1', label: 'GPE', ...attrs } }, 9);
const attribute = (attr: string, value: unknown) => ({ stepType: 'attr', pos: 1, attr, value });

/** Everything that is stored, to be compared. */
async function stored({ store: { db } }: Context): Promise<unknown> {
  const tables = ['project', 'document', 'step', 'checkpoint', 'segment', 'mention', 'snapshot'] as const;
  return Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
}

withEngines((engine) => {
  const cases: readonly (readonly [string, Partial<Push>, string])[] = [
    ['no steps', { steps: [] }, 'push-empty'],
    ['too many steps', { steps: Array.from({ length: pushLimits.steps + 1 }, () => typed('a')) }, 'push-steps'],
    ['fifty thousand steps', { steps: Array.from({ length: 50_000 }, () => typed('a')) }, 'push-steps'],
    ['too long a text', { steps: [typed('a'.repeat(pushLimits.size))] }, 'push-size'],
    ['something that is no step', { steps: ['text'] }, 'step-malformed'],
    ['nothing where a step should be', { steps: [null] }, 'step-malformed'],
    ['an unknown kind of step', { steps: [{ stepType: '__proto__' }] }, 'step-malformed'],
    ['a step without places', { steps: [{ stepType: 'replace' }] }, 'step-malformed'],
    ['an unknown kind of node', { steps: [inserted({ type: 'script' }, 2)] }, 'step-malformed'],
    ['the character U+0000', { steps: [typed('a\u0000b')] }, 'step-malformed'],
    ['a place outside the document', { steps: [typed('a', 9_999)] }, 'step-misfit'],
    ['a place before the document', { steps: [typed('a', -1)] }, 'step-misfit'],
    ['text outside a segment', { steps: [typed('a', 0)] }, 'step-misfit'],
    ['text where no mention is', { steps: [typed('a', 1)] }, 'step-misfit'],
    ['an unknown status', { steps: [attribute('status', 'perfect')] }, 'step-misfit'],
    ['a place that is no number', { steps: [attribute('from', '0')] }, 'step-misfit'],
    ['word links that are none', { steps: [attribute('links', { hash: 'h', pairs: [{}] })] }, 'step-misfit'],
    ['a segment without attributes', { steps: [inserted({ type: 'segment' }, 1)] }, 'step-misfit'],
    [
      'an attribute of the wrong type, put right again',
      {
        steps: [attribute('status', 'perfect'), attribute('status', 'draft')],
      },
      'step-misfit',
    ],
    ['a range that breaks a law', { steps: [attribute('to', 1)] }, 'law.segment-gap'],
    [
      'an anchor of no mention',
      {
        steps: [typed('abc'), { stepType: 'addMark', mark: { type: 'anchor', attrs: { id: 'none' } }, from: 2, to: 4 }],
      },
      'law.anchor-mention',
    ],
    ['a mention beyond the source', { steps: [marked({ from: 0, to: 9_999 })] }, 'law.mention-range'],
    ['a mention that ends before it begins', { steps: [marked({ from: 5, to: 2 })] }, 'law.mention-range'],
    ['a mention of nothing', { steps: [marked({ from: 5, to: 5 })] }, 'law.mention-range'],
    ['a mention with one end', { steps: [marked({ from: 5 })] }, 'law.mention-range'],
    ['a mention before the source', { steps: [marked({ from: -1, to: 2 })] }, 'step-malformed'],
    ['a mention without a label', { steps: [marked({ from: 0, to: 2, label: '' })] }, 'step-malformed'],
    ['a mention whose id is taken', { steps: [marked({}), marked({})] }, 'law.mention-id'],
    ['half a character', { steps: [typed('\ud83d')] }, 'law.rendering-text'],
    ['an attribute that no segment has', { steps: [attribute('colour', 'red')] }, 'step-misfit'],
    ['an id of a megabyte', { steps: [attribute('id', 'a'.repeat(1_000_000))] }, 'step-misfit'],
    ['an id with a line break', { steps: [attribute('id', 'a\nb')] }, 'step-misfit'],
    ['a status of a megabyte', { steps: [attribute('status', 'a'.repeat(1_000_000))] }, 'step-misfit'],
    ['an attribute whose name is a megabyte', { steps: [attribute('a'.repeat(1_000_000), 1)] }, 'step-misfit'],
    ['a mention whose id is a megabyte', { steps: [marked({ id: 'a'.repeat(1_000_000) })] }, 'step-malformed'],
    ['a mention whose id has a line break', { steps: [marked({ id: 'a\nb' })] }, 'step-malformed'],
    ['a node whose kind is a megabyte', { steps: [inserted({ type: 'a'.repeat(1_000_000) }, 2)] }, 'step-malformed'],
    ['a mention whose label has a line break', { steps: [marked({ label: 'GPE\nPER' })] }, 'step-malformed'],
    ['a mention whose entity has a line break', { steps: [marked({ entity: 'a\nb' })] }, 'step-malformed'],
    ['a mention whose label is a text', { steps: [marked({ label: 'L'.repeat(65) })] }, 'step-malformed'],
    ['a mention whose entity is a text', { steps: [marked({ entity: 'e'.repeat(65) })] }, 'step-malformed'],
    ['a rendering of ten megabytes', { steps: [typed('a'.repeat(10_000_000))] }, 'law.rendering-length'],
    [
      'a rendering that grows too long in small steps',
      { steps: Array.from({ length: 11 }, () => typed('a'.repeat(10_000))) },
      'law.rendering-length',
    ],
    ['a base that is not there yet', { base: 7 }, 'push-base'],
    ['a negative base', { base: -1 }, 'push-base'],
    ['a base that is no whole number', { base: 0.5 }, 'push-base'],
    ['an unknown document', { document: 'none' }, 'unknown-document'],
  ];

  it.each(cases)('refuses %s, and leaves everything as it was', async (_what, push, rule) => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const before = await stored(ctx);
    const result = await pushSteps(ctx, {
      document,
      base: 0,
      client: 'c-1',
      schema: SCHEMA_VERSION,
      steps: [typed('a')],
      ...push,
    });
    expect(result).toMatchObject({ ok: false, reason: 'refused', problems: [{ rule }] });
    // A sentence or two, however much was sent.
    if (result.ok || result.reason !== 'refused') throw new Error('It was not refused');
    for (const problem of result.problems) {
      expect(problem.message).toMatch(/^[A-Z].{10,298}$/u);
      expect(JSON.stringify(problem).length).toBeLessThan(1_000);
    }
    expect(await stored(ctx)).toEqual(before);
    expect((await openDocument(ctx, { id: document })).head).toBe(0);
    const writer = await openWriter(ctx, document);
    expect(await writer.type(0, 'Goes on')).toMatchObject({ ok: true, version: 1 });
  });

  it('refuses a mention that cuts a character of the source in two', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx, 'سلام 😀. خوب. بد.');
    const push = (to: number) =>
      pushSteps(ctx, { document, base: 0, client: 'c-1', schema: SCHEMA_VERSION, steps: [marked({ from: 0, to })] });
    expect(await push(6)).toMatchObject({ ok: false, problems: [{ rule: 'law.mention-range' }] });
    expect(await push(7)).toMatchObject({ ok: true });
  });

  it('refuses all of a push when its last step is wrong', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const steps = [typed('a'), typed('b'), typed('c', 9_999)];
    const result = await pushSteps(ctx, { document, base: 0, client: 'c-1', schema: SCHEMA_VERSION, steps });
    expect(result).toMatchObject({ ok: false, problems: [{ rule: 'step-misfit', values: { step: 3 } }] });
    expect((await listDocuments(ctx))[0]?.version).toBe(0);
  });

  it('keeps of a step only what the schema knows', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    await pushSteps(ctx, {
      document,
      base: 0,
      client: 'c-1',
      schema: SCHEMA_VERSION,
      steps: [{ ...typed('a'), extra: 'x' }],
    });
    const row = await ctx.store.db.selectFrom('step').select('step').executeTakeFirstOrThrow();
    expect(JSON.parse(row.step)).toEqual(typed('a'));
  });

  it('does not take a backslash before u0000 for the character', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    expect(
      await pushSteps(ctx, { document, base: 0, client: 'c-1', schema: SCHEMA_VERSION, steps: [typed('\\u0000')] }),
    ).toMatchObject({
      ok: true,
    });
  });
});

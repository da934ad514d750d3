import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Context, closeContext, openContext } from '../../../server/context.ts';
import { createCaller } from '../../../server/router.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/model/migrations.ts';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import { typing } from '../http/radif.ts';
import { temporaryFolder } from '../temporary.ts';

let context: Context;
let call: ReturnType<typeof createCaller>;
let project: string;
beforeEach(async () => {
  context = await openContext({ data: await temporaryFolder() });
  call = createCaller(context);
  project = (await call.project.create({ name: ' Statements ' })).id;
});
afterEach(() => closeContext(context));

async function newDocument(text = 'سلام.\nخداحافظ.', title = 'A text'): Promise<string> {
  const imported = await call.document.import({ project, title, text });
  if (!imported.ok) throw new Error(imported.problems[0]?.message);
  return imported.value.id;
}

describe('projects', () => {
  it('are called without the spaces around their names', async () => {
    expect((await call.project.list()).map(({ name }) => name)).toEqual(['Statements']);
    await call.project.rename({ id: project, name: '  گزارش‌ها ' });
    expect((await call.project.list({})).map(({ name }) => name)).toEqual(['گزارش‌ها']);
  });

  it.each(['', '   ', 'x'.repeat(201)])('are not called "%s"', async (name) => {
    await expect(call.project.create({ name })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('are put away and taken back', async () => {
    await call.project.archive({ id: project, archived: true });
    expect(await call.project.list()).toEqual([]);
    expect(await call.project.list({ archived: true })).toHaveLength(1);
    await call.project.archive({ id: project, archived: false });
    expect(await call.project.list()).toHaveLength(1);
  });

  it('segment their next document by the rules that they were given', async () => {
    expect((await call.project.rules({ id: project })).fa).toEqual(persianRules);
    const text = 'این متن خوب. صفحه پایان است.';
    const before = await call.document.open({ id: await newDocument(text) });
    expect(before.outline.units).toHaveLength(2);
    const rules = { ...persianRules, abbreviations: [...persianRules.abbreviations, 'خوب'] };
    await call.project.setRules({ id: project, rules });
    const after = await call.document.open({ id: await newDocument(text) });
    expect(after.outline.units).toHaveLength(1);
    expect((await call.document.open({ id: before.id })).outline.units).toHaveLength(2);
  });

  it('take no rules of another language', async () => {
    const setting = call.project.setRules({ id: project, rules: { ...persianRules, lang: 'en' } });
    await expect(setting).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it.each(['rename', 'archive', 'rules', 'setRules'] as const)('that are not there are named: %s', async (what) => {
    const id = 'nowhere';
    const calls = {
      rename: () => call.project.rename({ id, name: 'x' }),
      archive: () => call.project.archive({ id, archived: true }),
      rules: () => call.project.rules({ id }),
      setRules: () => call.project.setRules({ id, rules: persianRules }),
    };
    await expect(calls[what]()).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('nowhere'),
    });
  });
});

describe('documents', () => {
  it('take pasted text with any line ends, and a title from the text where none is given', async () => {
    const id = await newDocument('\ufeffسلام دنیا.\r\n\r\n  او رفت.\r', '');
    const opened = await call.document.open({ id });
    expect(opened.source).toBe('سلام دنیا.\nاو رفت.');
    expect(opened.title).toContain('سلام دنیا');
    expect(opened).toMatchObject({ version: 0, head: 0, project: { id: project } });
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\u00a0 '],
    ['a control character', 'سلام\u0007.'],
    ['half a surrogate pair', 'سلام \ud83d.'],
    ['no word', '*** … ***'],
  ])('do not come from %s', async (_name, text) => {
    const imported = await call.document.import({ project, title: 'x', text });
    expect(imported.ok).toBe(false);
    expect(await call.document.list({ project })).toEqual([]);
  });

  it('are renamed, put away and taken back', async () => {
    const id = await newDocument();
    await call.document.rename({ id, title: 'Monday' });
    await call.document.archive({ id, archived: true });
    expect(await call.document.list({ project })).toEqual([]);
    expect(await call.document.list({ project, archived: true })).toMatchObject([{ id, title: 'Monday' }]);
  });

  it('open as they were at a former version', async () => {
    const document = await newDocument();
    await call.timeline.push({ document, base: 0, client: 'c-1', schema: SCHEMA_VERSION, steps: [typing('Hello.')] });
    expect(JSON.stringify((await call.document.open({ id: document })).steps)).toContain('Hello.');
    const former = await call.document.open({ id: document, at: 0 });
    expect(former).toMatchObject({ version: 0, head: 1 });
    expect(former).toMatchObject({ snapshot: 0, steps: [] });
    await expect(call.document.open({ id: document, at: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the timeline', () => {
  it('takes steps on its head and gives the missing ones to who is behind', async () => {
    const document = await newDocument();
    const push = { document, client: 'c-1', schema: SCHEMA_VERSION, steps: [typing('One. ')] };
    expect(await call.timeline.push({ ...push, base: 0 })).toMatchObject({ ok: true, version: 1 });
    const late = await call.timeline.push({ ...push, client: 'c-2', base: 0 });
    expect(late).toMatchObject({
      ok: false,
      reason: 'stale',
      steps: [{ client: 'c-1', schema: SCHEMA_VERSION, step: typing('One. ') }],
    });
    expect(await call.timeline.since({ document, version: 0 })).toMatchObject({ ok: true, steps: [{ client: 'c-1' }] });
  });

  it.each([
    ['that are none', [{ stepType: 'fly' }]],
    ['that are no objects', [7, null, 'x']],
    ['that break the schema', [{ stepType: 'replace', from: 0, to: 4 }]],
  ])('refuses steps %s in words', async (_name, steps) => {
    const pushed = await call.timeline.push({
      document: await newDocument(),
      base: 0,
      client: 'c-1',
      schema: SCHEMA_VERSION,
      steps,
    });
    expect(pushed).toMatchObject({ ok: false, reason: 'refused' });
  });
});

describe('versions', () => {
  it('are named, renamed and unnamed', async () => {
    const document = await newDocument();
    await call.version.name({ document, version: 0, name: 'first draft' });
    await call.version.rename({ document, version: 0, name: 'first draft', to: 'draft' });
    expect((await call.version.list({ document })).named).toMatchObject([
      { version: 0, name: 'draft', person: 'local' },
    ]);
    await call.version.unname({ document, version: 0, name: 'draft' });
    expect((await call.version.list({ document })).named).toEqual([]);
  });
});

describe('the preview of an export', () => {
  it('shows how it begins and reports the whole', async () => {
    const document = await newDocument(Array.from({ length: 100 }, (_, day) => `روز ${day} گذشت.`).join('\n'));
    const { files, report } = await call.exports.preview({ document, format: 'tsv', states: ['initial'] });
    expect(files).toHaveLength(1);
    expect(files[0]?.text.split('\n').length).toBeLessThan(30);
    expect(report).toMatchObject({ written: 100, leftOut: [] });
  });

  it('tells of a document that is not there', async () => {
    const preview = call.exports.preview({ document: 'nowhere', format: 'tmx' });
    await expect(preview).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

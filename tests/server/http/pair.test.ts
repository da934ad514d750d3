import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller } from '../../../server/router.ts';
import { type Radif, startRadif } from './radif.ts';

let radif: Radif;
let project: string;
beforeAll(async () => {
  radif = await startRadif();
  project = (await createCaller(radif.context).project.create({ name: 'Pairs' })).id;
});
afterAll(() => radif.close());

async function send(
  path: string,
  files: Readonly<Record<string, BlobPart>>,
  fields: Readonly<Record<string, string>> = {},
) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ project, ...fields })) form.append(name, value);
  for (const [name, content] of Object.entries(files)) form.append('file', new Blob([content]), name);
  const answer = await radif.get(path, { method: 'POST', body: form });
  return { status: answer.status, body: await answer.json() };
}

const fa = 'وزیر گفت که نشست برگزار شد. او به تهران رفت.';
const en = 'The minister said that the meeting was held. He went to Tehran.';

describe('a pair in a form', () => {
  it('is shown before anything is written', async () => {
    const { status, body } = await send('/pair/preview', { 'a.en.txt': en, 'گزارش.txt': fa });
    expect(status).toBe(200);
    expect(body.value).toEqual({
      shape: 'text',
      languages: { source: 'fa', target: 'en' },
      turned: true,
      title: 'گزارش',
      units: { source: 2, target: 2 },
      rows: [
        { source: 'وزیر گفت که نشست برگزار شد.', rendering: 'The minister said that the meeting was held.' },
        { source: 'او به تهران رفت.', rendering: 'He went to Tehran.' },
      ],
      remarks: [],
      table: null,
    });
    const caller = createCaller(radif.context);
    expect(await caller.document.list({ project })).toEqual([]);
    expect(await caller.job.list({ project })).toEqual([]);
  });

  it('tells once what it leaves out of a table', async () => {
    const { body } = await send('/pair/preview', { 'a.csv': `fa,en,note\n${fa},${en},x\n` });
    expect(body.value.remarks.map(({ rule }: { rule: string }) => rule)).toEqual([
      'pair.columns-left',
      'pair.heading-left',
    ]);
  });

  it('is written down as a job, which can be seen and cancelled', async () => {
    const { body } = await send('/pair', { 'a.txt': fa, 'b.txt': en }, { title: 'Monday' });
    const caller = createCaller(radif.context);
    const { job: id } = body.value;
    expect(await caller.job.list({ project })).toMatchObject([{ id, about: 'Monday', state: 'waiting', share: 0 }]);
    expect(await caller.job.cancel({ id })).toEqual({ cancelled: true });
    expect(await caller.job.open({ id })).toMatchObject({ state: 'cancelling' });
    expect(await caller.job.cancel({ id })).toEqual({ cancelled: false });
    await expect(caller.job.cancel({ id: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['no file', {}, {}, 'pair.files'],
    ['three files', { 'a.txt': fa, 'b.txt': en, 'c.txt': en }, {}, 'pair.files'],
    ['an empty file', { 'a.txt': fa, 'b.txt': '' }, {}, 'file.empty'],
    ['a field that nobody knows', { 'a.txt': fa, 'b.txt': en }, { paragraphs: 'maybe' }, 'malformed'],
  ])('with %s is refused in words', async (_name, files, fields, rule) => {
    const { status, body } = await send('/pair', files as Readonly<Record<string, BlobPart>>, fields);
    expect(status).toBe(422);
    expect(body.problems[0].rule).toBe(rule);
  });

  it('may be the English of a document, which is one file', async () => {
    const caller = createCaller(radif.context);
    const imported = await caller.document.import({ project, title: 'گزارش', text: fa });
    if (!imported.ok) throw new Error('The text was refused');
    const document = imported.value.id;
    const preview = await send('/pair/preview', { 'b.txt': en }, { document });
    expect(preview).toMatchObject({ status: 200, body: { value: { units: { source: 2, target: 2 } } } });
    const two = await send('/pair', { 'a.txt': fa, 'b.txt': en }, { document });
    expect(two).toMatchObject({ status: 422, body: { problems: [{ rule: 'pair.one-english' }] } });
    const { body } = await send('/pair', { 'b.txt': en }, { document });
    expect(await caller.job.open({ id: body.value.job })).toMatchObject({ kind: 'english', about: 'گزارش' });
    expect((await send('/pair', { 'b.txt': en }, { document: 'none' })).status).toBe(404);
  });

  it('needs a place to go to', async () => {
    const { status, body } = await send('/pair', { 'a.txt': fa, 'b.txt': en }, { project: '' });
    expect([status, body.problems[0].element]).toEqual([422, 'project']);
  });

  it('needs a project that there is', async () => {
    expect((await send('/pair', { 'a.txt': fa, 'b.txt': en }, { project: 'none' })).status).toBe(404);
  });
});

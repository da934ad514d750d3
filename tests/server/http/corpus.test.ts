import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller } from '../../../server/router.ts';
import { MOST_DROPPED, tooManyDropped } from '../../../shared/wire/corpus-import.ts';
import { type Radif, startRadif } from './radif.ts';

let radif: Radif;
let project: string;
beforeAll(async () => {
  radif = await startRadif();
  project = (await createCaller(radif.context).project.create({ name: 'Corpora' })).id;
});
afterAll(() => radif.close());

async function preview(count: number) {
  const form = new FormData();
  form.append('project', project);
  for (let at = 0; at < count; at++)
    form.append('file', new Blob([`{"fa":"متن ${at}","en":"Text ${at}"}\n`]), `${at}.jsonl`);
  const answer = await radif.get('/corpus/preview', { method: 'POST', body: form });
  return { status: answer.status, body: await answer.json() };
}

describe('files of corpora in a form', () => {
  it('are read, as many as are taken at once', async () => {
    const { status, body } = await preview(MOST_DROPPED);
    expect(status).toBe(200);
    expect(body.value.sets).toHaveLength(MOST_DROPPED);
  });

  it('have their labels mapped, however long a file calls one', async () => {
    const label = 'a name of a place '.repeat(20);
    const row = {
      fa: 'تهران',
      en: 'Tehran',
      mentions: [{ id: 'm', label, fa: { from: 0, to: 5 }, en: { from: 0, to: 6 } }],
    };
    const form = new FormData();
    form.append('project', project);
    form.append('choices', JSON.stringify({ labels: { [label]: 'GPE' } }));
    form.append('file', new Blob([`${JSON.stringify(row)}\n`]), 'a.jsonl');
    const answer = await radif.get('/corpus', { method: 'POST', body: form });
    expect(await answer.json()).toMatchObject({ ok: true, value: { job: expect.any(String) } });
  });

  it('that are too many are counted, and the answer says how to bring them in', async () => {
    const count = MOST_DROPPED + 13;
    expect(await preview(count)).toEqual({ status: 422, body: { ok: false, problems: [tooManyDropped(count)] } });
    expect(tooManyDropped(count)).toMatchObject({ values: { count, limit: MOST_DROPPED } });
  });
});

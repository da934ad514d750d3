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

  it('that are too many are counted, and the answer says how to bring them in', async () => {
    const count = MOST_DROPPED + 13;
    expect(await preview(count)).toEqual({ status: 422, body: { ok: false, problems: [tooManyDropped(count)] } });
    expect(tooManyDropped(count)).toMatchObject({ values: { count, limit: MOST_DROPPED } });
  });
});

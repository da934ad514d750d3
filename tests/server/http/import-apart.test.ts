import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCaller } from '../../../server/router.ts';
import { workerProgram } from '../apart/worker.ts';
import { persian } from '../writer.ts';
import { type Radif, startRadif } from './radif.ts';

let radif: Radif;
let project: string;
beforeAll(async () => {
  radif = await startRadif('127.0.0.1', [], await workerProgram());
  project = (await createCaller(radif.context).project.create({ name: 'Imports' })).id;
});
afterAll(() => radif.close());

function upload(text: string) {
  const form = new FormData();
  form.append('project', project);
  form.append('file', new Blob([text]), 'a.txt');
  return radif.get('/import', { method: 'POST', body: form }).then((answer) => answer.json());
}

it('answers others many times while a long text is read, and stores all of it', async () => {
  const text = persian(8_000);
  let over = false;
  const imported = upload(text).finally(() => (over = true));
  let answered = 0;
  while (!over) {
    expect((await radif.get('/health')).status).toBe(200);
    answered += 1;
  }
  const { value } = await imported;
  expect(value.segments).toBe(8_000);
  const { source } = await createCaller(radif.context).document.open({ id: value.id });
  expect(source).toBe(text);
  // Were the text read in this process, there would be one answer before it and some between its rows.
  expect(answered).toBeGreaterThan(40);
});

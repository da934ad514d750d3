import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { faults } from '../../../shared/core/faults.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/model/migrations.ts';
import { newDocument, startRadif, typing } from '../http/radif.ts';
import { renderings } from '../writer.ts';

const { what, remedy } = faults['storage-replaced'];
const problem = { rule: 'storage-replaced', message: `${what} ${remedy}` };

async function scene() {
  const radif = await startRadif();
  onTestFinished(() => radif.close());
  const { id: document, project } = await newDocument(radif, 'وزیر امروز آمد.');
  const body = JSON.stringify({
    ...{ document, base: 0, client: 'c-1', schema: SCHEMA_VERSION, steps: [typing('Word')] },
  });
  const headers = { 'content-type': 'application/json' };
  return {
    ...{ radif, document, file: join(radif.data, 'radif.db') },
    push: async () => {
      const answer = await radif.get('/trpc/timeline.push', { method: 'POST', headers, body });
      return ((await answer.json()) as { result?: { data: unknown } }).result?.data;
    },
    ready: async () => {
      const answer = await radif.get('/ready');
      return { status: answer.status, ...((await answer.json()) as object) };
    },
    read: async () => {
      const input = encodeURIComponent(JSON.stringify({ project }));
      return radif.get(`/trpc/document.list?input=${input}`);
    },
  };
}

describe('a file of the database that is replaced under a running server', () => {
  it('is told to whoever writes or reads, and to who asks whether all is well; nothing is acknowledged', async () => {
    const { radif, document, file, push, ready, read } = await scene();
    expect(await ready()).toEqual({ status: 200, ok: true });
    copyFileSync(file, `${file}.copy`);
    renameSync(file, `${file}.aside`);
    renameSync(`${file}.copy`, file);
    expect(await push()).toEqual({ ok: false, reason: 'storage', problems: [problem] });
    expect(await ready()).toEqual({ status: 503, ok: false, problems: [problem] });
    const answer = await read();
    expect(answer.ok).toBe(false);
    expect(await answer.text()).toContain('storage-replaced');
    const told = radif.log.map((line) => JSON.parse(line) as { fault?: string });
    expect(told.some(({ fault }) => fault === 'storage-replaced')).toBe(true);

    renameSync(file, `${file}.copy`);
    renameSync(`${file}.aside`, file);
    expect(await push()).toMatchObject({ ok: true, version: 1 });
    expect(await renderings(radif.context, document)).toEqual(['Word']);
    expect(await ready()).toEqual({ status: 200, ok: true });
  });

  it('is told where the file is gone', async () => {
    const { file, push, ready } = await scene();
    renameSync(file, `${file}.aside`);
    expect(await push()).toMatchObject({ ok: false, problems: [{ rule: 'storage-replaced' }] });
    expect(await ready()).toMatchObject({ status: 503, problems: [{ rule: 'storage-replaced' }] });
    rmSync(`${file}.aside`);
  });

  it('does not acknowledge what was committed into the file that was taken away meanwhile', async () => {
    const { radif, file } = await scene();
    const written = radif.context.store.transaction(async (trx) => {
      await trx.insertInto('setting').values({ name: 'meanwhile', value: '1' }).execute();
      renameSync(file, `${file}.aside`);
    });
    await expect(written).rejects.toMatchObject({ code: 'RADIF_REPLACED' });
    renameSync(`${file}.aside`, file);
  });
});

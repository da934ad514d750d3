import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Cluster, startCluster } from '../cluster.ts';
import { openWriter, persian } from '../writer.ts';
import { ask } from './ask.ts';
import { newDocument, type Radif, startRadif } from './radif.ts';

describe('whether a server is ready', () => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await startCluster();
  });

  afterAll(() => cluster.stop());

  async function started(limits = ''): Promise<Radif> {
    const radif = await startRadif('127.0.0.1', [], undefined, `${await cluster.newDatabase()}${limits}`);
    onTestFinished(() => radif.close());
    return radif;
  }

  async function told({ address }: Radif) {
    const { status, body } = await ask(address, '/ready');
    return { status, ...(JSON.parse(body) as { ok: boolean; problems?: readonly { rule: string }[] }) };
  }

  it('is said on the embedded database too', async () => {
    const radif = await startRadif();
    onTestFinished(() => radif.close());
    expect(await told(radif)).toEqual({ status: 200, ok: true });
  });

  it('is no once a change has met a full disk, and yes when there is room, on the embedded database', async () => {
    const radif = await startRadif();
    onTestFinished(() => radif.close());
    const { store } = radif.context;
    const writer = await openWriter(radif.context, (await newDocument(radif, persian(3))).id);
    const limit = (pages: number) =>
      store.transaction((trx) => sql`pragma max_page_count = ${sql.lit(pages)}`.execute(trx));
    await limit(1);
    expect(await writer.type(0, 'x'.repeat(100_000))).toMatchObject({ problems: [{ rule: 'storage-full' }] });
    expect(await told(radif)).toMatchObject({ status: 503, problems: [{ rule: 'storage-full' }] });
    await limit(100_000);
    expect(await told(radif)).toEqual({ status: 200, ok: true });
    expect(await store.db.selectFrom('step').select('version').execute()).toEqual([]);
    expect(await writer.type(0, 'x')).toMatchObject({ ok: true, version: 1 });
  });

  it('is no while the database stands still, and yes once it goes on; that the server is there is always said', async () => {
    const radif = await started();
    expect(await told(radif)).toEqual({ status: 200, ok: true });
    cluster.freeze();
    try {
      const silent = { status: 503, ok: false, problems: [{ rule: 'storage-silent' }] };
      expect(await Promise.all([told(radif), told(radif)])).toMatchObject([silent, silent]);
      expect((await ask(radif.address, '/health')).status).toBe(200);
    } finally {
      cluster.thaw();
    }
    expect(await told(radif)).toEqual({ status: 200, ok: true });
  });

  it('is no while the database is stopped, and yes once it is back', async () => {
    const radif = await started();
    expect(await told(radif)).toMatchObject({ ok: true });
    await cluster.halt();
    expect(await told(radif)).toMatchObject({ status: 503, problems: [{ rule: 'storage-down' }] });
    await cluster.run();
    expect(await told(radif)).toEqual({ status: 200, ok: true });
  });
});

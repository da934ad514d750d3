import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { faults } from '../../../shared/core/faults.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/model/migrations.ts';
import { radif as program } from '../cli/program.ts';
import { type Cluster, startCluster } from '../cluster.ts';
import { typing } from '../http/radif.ts';
import { renderings } from '../writer.ts';
import { madeFaults, openScene, type Scene } from './making-faults.ts';

describe('a fault that is made on PostgreSQL', () => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await startCluster();
  });

  afterAll(() => cluster.stop());

  async function scene(limits?: string): Promise<Scene> {
    const opened = await openScene(cluster, limits);
    onTestFinished(() => opened.close());
    return opened;
  }

  /** Types one word at the beginning of the document, always by the same push. */
  async function push({ radif, document }: Scene): Promise<unknown> {
    const steps = [typing('Word')];
    const body = JSON.stringify({ document, base: 0, client: 'c-1', schema: SCHEMA_VERSION, steps });
    const headers = { 'content-type': 'application/json' };
    const answer = await radif.get('/trpc/timeline.push', { method: 'POST', headers, body });
    return ((await answer.json()) as { result?: { data: unknown } }).result?.data;
  }

  it.each(madeFaults)('is told by its name, and in the log: $what', async ({ fault, code, limits, make }) => {
    // A row that somebody keeps, or a table for a while, is in the way of some, and the server is ready for others.
    const isOfAll = !['storage-busy', 'storage-stopped', 'storage-lost'].includes(fault);
    const at = await scene(limits);
    const end = await make(at);
    try {
      const problems = [{ rule: fault, message: `${faults[fault].what} ${faults[fault].remedy}` }];
      expect(await push(at)).toEqual({ ok: false, reason: 'storage', problems });
      const told = at.radif.log.map((line) => JSON.parse(line) as { fault?: string; code?: string });
      expect(told.filter((line) => line.fault === fault).map((line) => line.code)).toContain(code);
      if (isOfAll) {
        const ready = await at.radif.get('/ready');
        expect([ready.status, await ready.json()]).toMatchObject([503, { problems: [{ rule: fault }] }]);
      }
    } finally {
      await end();
    }
    // Asked first: nobody sends to a server that says no.
    await expect.poll(async () => (await at.radif.get('/ready')).status).toBe(200);
    expect(await push(at)).toMatchObject({ ok: true, version: 1 });
    expect(await renderings(at.radif.context, at.document)).toEqual(['Word']);
  });

  it('is told at the start where the role may only read, and nothing is served', async () => {
    const at = await scene();
    await at.admin.query(`create role reader_${at.database} login; grant pg_read_all_data to reader_${at.database}`);
    const reading = new URL(at.address);
    reading.username = `reader_${at.database}`;
    const env = { RADIF_DATA: join(at.radif.data, 'reading'), DATABASE_URL: reading.href };
    const { what, remedy } = faults['storage-refused'];
    expect(await program(['serve'], env)).toEqual({ code: 1, stdout: '', stderr: `${what} ${remedy}\n` });
    // Whoever only reads may.
    expect(JSON.parse((await program(['list'], env)).stdout)).toMatchObject({ projects: [{ name: 'A project' }] });
  });
});

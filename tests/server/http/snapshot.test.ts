import { type IncomingHttpHeaders, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDocument } from '../../../server/commands/document/open.ts';
import { nearestSnapshot } from '../../../server/db/snapshot.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/model/migrations.ts';
import { openWriter, persian } from '../writer.ts';
import { newDocument, type Radif, startRadif } from './radif.ts';

describe('the snapshot of a document', () => {
  let radif: Radif;
  let document: string;

  beforeAll(async () => {
    radif = await startRadif();
    document = (await newDocument(radif, persian(3))).id;
    await (await openWriter(radif.context, document)).type(0, 'Hello.');
  });

  afterAll(() => radif.close());

  /** Without what `fetch` does to a body on its own. */
  const ask = (query: string, headers: Readonly<Record<string, string>>) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      const asked = request(`${radif.address}/snapshot?document=${document}&${query}`, { headers }, (answer) => {
        const { statusCode: status = 0, headers } = answer;
        buffer(answer).then((body) => resolve({ status, headers, body }), reject);
      });
      asked.on('error', reject).end();
    });
  const signedIn = (encoding: string) => ({ cookie: radif.cookie, 'accept-encoding': encoding });

  it('travels in the bytes in which it is stored, and says so', async () => {
    const stored = await nearestSnapshot(radif.context.store.db, document, 0);
    const answer = await ask(`version=0&schema=${SCHEMA_VERSION}`, signedIn('gzip, br'));
    expect(answer.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': expect.stringContaining('json'),
    });
    expect(answer.body.equals(Buffer.from(new Uint8Array(stored?.body ?? new ArrayBuffer(0))))).toBe(true);
  });

  it('is plain for who reads no gzip', async () => {
    const packed = await ask(`version=0&schema=${SCHEMA_VERSION}`, signedIn('gzip'));
    for (const encoding of ['identity', 'gzip;q=0, identity']) {
      const plain = await ask(`version=0&schema=${SCHEMA_VERSION}`, signedIn(encoding));
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.body.equals(gunzipSync(packed.body))).toBe(true);
    }
  });

  it('begins an opening that goes on with steps', async () => {
    expect(await openDocument(radif.context, { id: document })).toMatchObject({
      version: 1,
      snapshot: 0,
      steps: [{ schema: SCHEMA_VERSION }],
    });
  });

  it('is made and kept for a version that has none', async () => {
    const answer = await ask(`version=1&schema=${SCHEMA_VERSION}`, signedIn('gzip'));
    expect(gunzipSync(answer.body).toString()).toContain('Hello.');
    expect((await nearestSnapshot(radif.context.store.db, document, 1))?.version).toBe(1);
  });

  it('is refused for what is not there, and to who is not signed in', async () => {
    for (const query of ['version=7&schema=1', `version=0&schema=${SCHEMA_VERSION + 1}`])
      expect((await ask(query, signedIn('gzip'))).status).toBe(404);
    expect((await ask('version=x&schema=1', signedIn('gzip'))).status).toBe(400);
    expect((await ask('version=0&schema=1', {})).status).toBe(401);
  });
});

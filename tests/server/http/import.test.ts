import { zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MAX_FILE } from '../../../server/import/limits.ts';
import { createCaller } from '../../../server/router.ts';
import { type Radif, startRadif } from './radif.ts';

let radif: Radif;
let project: string;
beforeAll(async () => {
  radif = await startRadif();
});
afterAll(() => radif.close());
beforeEach(async () => {
  project = (await createCaller(radif.context).project.create({ name: 'Imports' })).id;
});

interface Form {
  readonly [field: string]: string;
}

async function upload(bytes: BlobPart, filename: string, fields: Form = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ project, ...fields })) form.append(name, value);
  form.append('file', new Blob([bytes]), filename);
  const answer = await radif.get('/import', { method: 'POST', body: form });
  return { status: answer.status, body: await answer.json() };
}

function documents() {
  return createCaller(radif.context).document.list({ project });
}

describe('a file in a form', () => {
  it('becomes a document, called after the file', async () => {
    const { status, body } = await upload('وزیر گفت: سلام.\r\n\r\nاو رفت.', 'گزارش هفته.txt');
    expect(status).toBe(200);
    expect(body).toMatchObject({ ok: true, value: { title: 'گزارش هفته' } });
    const { source } = await createCaller(radif.context).document.open({ id: body.value.id });
    expect(source).toBe('وزیر گفت: سلام.\nاو رفت.');
  });

  it('takes the title that is asked for', async () => {
    const { body } = await upload('سلام.', 'a.txt', { title: 'Monday' });
    expect(body.value.title).toBe('Monday');
  });

  it('may have the encoding that is said before it', async () => {
    const bytes = new Uint8Array([0xd3, 0xe1, 0xc7, 0xe3, 0x2e]);
    const refused = await upload(bytes, 'a.txt');
    expect(refused.status).toBe(422);
    expect(refused.body.problems[0].message).toContain('Windows-1256');
    const { body } = await upload(bytes, 'a.txt', { encoding: 'windows-1256' });
    const { source } = await createCaller(radif.context).document.open({ id: body.value.id });
    expect(source).toBe('سلام.');
  });

  it('may be nearly as large as the limit, in lines of 100,000 characters', async () => {
    const line = `${'سلام دنیا '.repeat(10_000)}\n`;
    const lines = Math.floor(MAX_FILE / Buffer.byteLength(line));
    const { status, body } = await upload(line.repeat(lines), 'a.txt');
    expect(status).toBe(200);
    expect(body.value.segments).toBe(lines);
  });

  it.each([
    ['of 20 MiB', 'x'.repeat(20 << 20), 'a.txt'],
    ['of 100 MiB', Buffer.alloc(100 << 20, 'x'), 'a.txt'],
    ['of no bytes', '', 'a.txt'],
    ['of white space', ' \n\t ', 'a.txt'],
    ['that is not UTF-8', new Uint8Array([0x61, 0xff, 0x62]), 'a.txt'],
    ['that is no archive but called so', 'سلام', 'a.docx'],
    ['that is an archive of something', zipSync({ 'a.txt': new Uint8Array([1]) }), 'a.docx'],
    ['of another kind', 'سلام', 'a.exe'],
  ])('%s is refused with words, and nothing of it is kept', async (_name, bytes, filename) => {
    const { status, body } = await upload(bytes as BlobPart, filename);
    expect(status).toBe(422);
    expect(body.ok).toBe(false);
    expect(body.problems[0].message).toMatch(/\.$/);
    expect(await documents()).toEqual([]);
  });

  it('needs a project that there is', async () => {
    const { status, body } = await upload('سلام.', 'a.txt', { project: 'nowhere' });
    expect(status).toBe(404);
    expect(body.problems).toMatchObject([{ rule: 'unknown-project', element: 'nowhere' }]);
  });

  it('needs fields that can be understood', async () => {
    const { status, body } = await upload('سلام.', 'a.txt', { encoding: 'latin1' });
    expect(status).toBe(422);
    expect(body.problems).toMatchObject([{ rule: 'malformed', element: 'encoding' }]);
  });
});

describe('a call to import', () => {
  it.each([
    ['without a file', () => new URLSearchParams({ project: 'p' }), 415],
    [
      'with fields only',
      () => {
        const form = new FormData();
        form.append('project', project);
        return form;
      },
      422,
    ],
  ])('%s is refused with words', async (_name, body, status) => {
    const answer = await radif.get('/import', { method: 'POST', body: body() });
    expect(answer.status).toBe(status);
    expect((await answer.json()).problems[0].message.length).toBeGreaterThan(20);
  });

  it('that breaks off leaves nothing behind, and the server goes on', async () => {
    const breaking = new AbortController();
    let asked = 0;
    // Asked for more, the stream knows that its first part is on the way.
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      asked += 1;
      if (asked > 1) return breaking.abort();
      const head = `--b\r\nContent-Disposition: form-data; name="project"\r\n\r\n${project}\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nسلام`;
      controller.enqueue(Buffer.from(head));
    };
    const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
    const init = { method: 'POST', body, duplex: 'half', signal: breaking.signal } as RequestInit;
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    await expect(radif.get('/import', { ...init, headers })).rejects.toThrow();
    expect(asked).toBe(2);
    expect(await documents()).toEqual([]);
    expect((await upload('سلام.', 'a.txt')).status).toBe(200);
  });
});

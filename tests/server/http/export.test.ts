import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller } from '../../../server/router.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/model/migrations.ts';
import { newDocument, type Radif, startRadif, typing } from './radif.ts';

let radif: Radif;
let document: string;
let project: string;
const title = 'گزارش «هفته»: 1/2 "نهایی"';
beforeAll(async () => {
  radif = await startRadif();
  ({ id: document, project } = await newDocument(radif, 'سلام می‌کنم.\nخداحافظ.', title));
  const steps = [typing('I say hello.'), { stepType: 'attr', pos: 1, attr: 'status', value: 'translated' }];
  await createCaller(radif.context).timeline.push({ document, base: 0, client: 'c-1', schema: SCHEMA_VERSION, steps });
});
afterAll(() => radif.close());

function exported(query: Record<string, string>): Promise<Response> {
  return radif.get(`/export?${new URLSearchParams(query)}`);
}

describe('a download', () => {
  it('holds the rows in the states asked for, the text as it was typed', async () => {
    const answer = await exported({ document, format: 'tsv', states: 'translated,final' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/tab-separated-values; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const [, ...rows] = (await answer.text()).trimEnd().split('\n');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('سلام می\u200cکنم.\tI say hello.');
  });

  it('takes the states by the names that people see, too', async () => {
    const byPeople = await exported({ document, format: 'tsv', states: 'confirmed,not-translated' });
    const byFiles = await exported({ document, format: 'tsv', states: 'translated,initial' });
    expect(await byPeople.text()).toBe(await byFiles.text());
  });

  it('holds all states when asked, one object a line', async () => {
    const answer = await exported({ document, format: 'jsonl', states: 'all' });
    const rows = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toMatchObject([
      { document, version: 2, paragraph: 0, en: 'I say hello.', state: 'translated' },
      { document, version: 2, paragraph: 1, en: '', state: 'initial' },
    ]);
  });

  it('holds a former version when asked', async () => {
    const answer = await exported({ document, format: 'jsonl', states: 'all', version: '0' });
    expect(JSON.parse((await answer.text()).split('\n')[0] ?? '')).toMatchObject({ version: 0, en: '' });
  });

  it('holds all documents of a project, with the language tags asked for', async () => {
    const answer = await exported({ project, format: 'tmx', fa: 'fa-IR', en: 'en-GB' });
    const text = await answer.text();
    expect(text).toContain('xml:lang="fa-IR"');
    expect(text).toContain('xml:lang="en-GB"');
    expect(text).toContain('سلام می\u200cکنم.');
    expect(answer.headers.get('content-disposition')).toContain('filename="A project.tmx"');
  });

  it('is called after the document, as old and new browsers read it', async () => {
    const { headers } = await exported({ document, format: 'tsv' });
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+\.tsv"; filename\*=UTF-8''[\w%.~-]+$/);
    const name = decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(disposition)?.[1] ?? '');
    expect(name).toBe('گزارش «هفته» 1 2 نهایی.tsv');
    const oneSided = await exported({ document, format: 'conll', side: 'en' });
    expect(oneSided.headers.get('content-disposition')).toMatch(/\.en\.conll$/);
  });

  it('of a pair of files is an archive', async () => {
    const answer = await exported({ document, format: 'moses' });
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const files = Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer())));
    const texts = files.map(([name, bytes]) => [name.split('.').at(-1), new TextDecoder().decode(bytes)]);
    expect(texts).toEqual([
      ['fa', 'سلام می\u200cکنم.\n'],
      ['en', 'I say hello.\n'],
    ]);
  });

  it('starts with a byte order mark when asked', async () => {
    const bytes = new Uint8Array(await (await exported({ document, format: 'tsv', bom: 'true' })).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('ends for the server too when its reader goes away', async () => {
    const { id } = await newDocument(radif, 'او گفت که می‌آید. '.repeat(20_000));
    const answer = await exported({ document: id, format: 'jsonl', states: 'all' });
    const reader = answer.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect((await radif.get('/health')).status).toBe(200);
  });
});

describe('a request for an export', () => {
  it.each([
    ['no format', () => ({ document }), 'format'],
    ['an unknown format', () => ({ document, format: 'pdf' }), 'format'],
    ['an unknown state', () => ({ document, format: 'tsv', states: 'done' }), 'states.0'],
    ['no states', () => ({ document, format: 'tsv', states: '' }), 'states.0'],
    ['an unknown tag', () => ({ document, format: 'tmx', fa: 'ar' }), 'fa'],
    ['a version that is no number', () => ({ document, format: 'tmx', version: '-1' }), 'version'],
    ['a version of a project', () => ({ project, format: 'tmx', version: '1' }), 'version'],
    ['neither document nor project', () => ({ format: 'tmx' }), 'document'],
    ['both', () => ({ document, project, format: 'tmx' }), 'document'],
    ['something that it does not know', () => ({ document, format: 'tmx', colour: 'red' }), ''],
  ])('with %s is refused, and says where', async (_name, query, element) => {
    const answer = await exported(query() as Record<string, string>);
    expect(answer.status).toBe(400);
    const { ok, problems } = await answer.json();
    expect(ok).toBe(false);
    expect(problems[0].element).toBe(element);
    expect(problems[0].message).toMatch(/\.$/);
  });

  it.each([
    ['document', () => ({ document: 'nowhere', format: 'tmx' })],
    ['project', () => ({ project: 'nowhere', format: 'tmx' })],
    ['version', () => ({ document, format: 'tmx', version: '99' })],
  ])('for a %s that is not there is answered before anything is sent', async (what, query) => {
    const answer = await exported(query() as Record<string, string>);
    expect(answer.status).toBe(404);
    expect((await answer.json()).problems).toMatchObject([{ rule: `unknown-${what}` }]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Radif, startRadif } from './radif.ts';

let radif: Radif;
beforeAll(async () => {
  radif = await startRadif();
});
afterAll(() => radif.close());

function post(path: string, body: string, type = 'application/json'): Promise<Response> {
  return radif.get(path, { method: 'POST', headers: { 'content-type': type }, body });
}

describe('procedures over HTTP', () => {
  it('answer one call, and several as one request', async () => {
    const created = await post('/trpc/project.create', JSON.stringify({ name: 'Statements of a week' }));
    expect(created.status).toBe(200);
    const { id } = (await created.json()).result.data;

    const input = encodeURIComponent(JSON.stringify({ 1: { project: id } }));
    const batch = await radif.get(`/trpc/project.list,document.list?batch=1&input=${input}`);
    const [projects, documents] = await batch.json();
    expect(projects.result.data).toMatchObject([{ id, name: 'Statements of a week', documents: 0 }]);
    expect(documents.result.data).toEqual([]);
  });

  it('take a batch whose path is long', async () => {
    const paths = Array.from({ length: 20 }, () => 'document.list').join(',');
    const batch = await radif.get(`/trpc/${paths}?batch=1&input=%7B%7D`);
    expect(await batch.json()).toHaveLength(20);
  });

  it('say where an input is malformed, one problem a place', async () => {
    const answer = await post('/trpc/project.rename', JSON.stringify({ id: '', name: 7 }));
    expect(answer.status).toBe(400);
    const { error } = await answer.json();
    expect(error.data.code).toBe('BAD_REQUEST');
    expect(error.data.problems.map(({ element }: { element: string }) => element)).toEqual(['id', 'name']);
    expect(error.message).toMatch(/^id: .+ name: .+\.$/);
  });

  it('say in words for people what of an input is too much or cannot be kept', async () => {
    for (const [name, rule, said] of [
      ['x'.repeat(100_000), 'input-long', 'name: at most 200 characters have room. Shorten it.'],
      ['a\u0007', 'input-unkept', 'name: a control character or half a character is in it.'],
      ['\u200c', 'input-blank', 'name: there is nothing in it that can be read.'],
      ['a\u202eb', 'input-turned', 'name: an invisible mark that turns the letters around is in it.'],
    ] as const) {
      const answer = await post('/trpc/project.create', JSON.stringify({ name }));
      expect(answer.status).toBe(400);
      const { error } = await answer.json();
      expect(error.data.problems).toMatchObject([{ rule, message: said }]);
    }
  });

  it('say which document there is not', async () => {
    const input = encodeURIComponent(JSON.stringify({ id: 'nowhere' }));
    const answer = await radif.get(`/trpc/document.open?input=${input}`);
    expect(answer.status).toBe(404);
    const { error } = await answer.json();
    expect(error.message).toContain('There is no document "nowhere"');
    expect(error.data.problems).toMatchObject([{ rule: 'unknown-document', element: 'nowhere' }]);
  });

  it.each([
    ['a body that is no JSON', () => post('/trpc/project.create', '{"name":'), 400],
    ['an unknown procedure', () => radif.get('/trpc/project.burn'), 404],
    ['a change by GET', () => radif.get('/trpc/project.create?input=%7B%22name%22%3A%22x%22%7D'), 405],
    ['a form instead of JSON', () => post('/trpc/project.create', 'name=x', 'application/x-www-form-urlencoded'), 415],
    ['25 MiB', () => post('/trpc/project.create', JSON.stringify({ name: 'x'.repeat(25 << 20) })), 413],
  ])('refuse %s with words and without a trace of the inside', async (_name, call, status) => {
    const answer = await call();
    expect(answer.status).toBe(status);
    const body = await answer.text();
    const { error } = JSON.parse(body);
    expect(error.message.length).toBeGreaterThan(10);
    expect(error.data.httpStatus).toBe(status);
    expect(body).not.toMatch(/stack|node_modules|\.ts\b| {4}at /);
  });

  it('keep to themselves what went wrong inside, and log it', async () => {
    const broken = await startRadif();
    await broken.context.store.close();
    const answer = await broken.get('/trpc/project.list');
    expect(answer.status).toBe(500);
    const body = await answer.text();
    expect(JSON.parse(body).error.message).toBe('Something went wrong in the server. Its log says more.');
    expect(body).not.toMatch(/stack|database|libsql/i);
    expect(broken.log.join('')).toContain('project.list');
    expect(broken.log.join('')).not.toContain(broken.key);
    await broken.close();
  });
});

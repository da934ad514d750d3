import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDocument } from '../../../server/commands/document/import.ts';
import { createCaller } from '../../../server/router.ts';
import { type Radif, startRadif } from './radif.ts';

let radif: Radif;
beforeAll(async () => {
  radif = await startRadif();
});
afterAll(() => radif.close());

async function projectOf(text: string): Promise<string> {
  const { id: project } = await createCaller(radif.context).project.create({ name: 'Words' });
  const imported = await importDocument(radif.context, { project, title: '=Words', text });
  if (!imported.ok) throw new Error(imported.problems[0]?.message);
  return project;
}

const take = (search: unknown) =>
  radif.get(
    `/concordance.csv?search=${encodeURIComponent(typeof search === 'string' ? search : JSON.stringify(search))}`,
  );

describe('a concordance as a file', () => {
  it('holds every row that meets the search, safe for spreadsheets', async () => {
    const project = await projectOf('پروژه‌های دولت.\nدولت گفت.\nپروژه تمام شد.');
    const fa = { text: 'پروژه', kind: 'phrase', isInflected: true, isWhole: false, isCased: false };
    const all = { project, document: null, rows: null, states: null, fa, en: null, either: null };
    const answer = await take(all);
    expect(answer.headers.get('content-disposition')).toContain('concordance.csv');
    const lines = Buffer.from(await answer.arrayBuffer())
      .toString('utf8')
      .split('\r\n');
    expect(lines).toEqual([
      '\ufeffdocument,row,state,fa,en',
      "'=Words,1,initial,پروژه‌های دولت.,",
      "'=Words,3,initial,پروژه تمام شد.,",
      '',
    ]);
    const broken = await take({ ...all, fa: { ...fa, text: '(', kind: 'expression' } });
    expect([broken.status, await broken.json()]).toMatchObject([422, { problems: [{ rule: 'query-expression' }] }]);
  });

  it('is refused where the search is none', async () => {
    expect((await take('{')).status).toBe(400);
    expect((await take({ project: 'x' })).status).toBe(400);
  });
});

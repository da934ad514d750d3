import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller } from '../../../server/router.ts';
import { type Radif, startRadif } from './radif.ts';

let radif: Radif;
beforeAll(async () => {
  radif = await startRadif();
});
afterAll(() => radif.close());

const head = 'label,fa,en,fa_other,en_other,wikidata,note\r\n';

async function newProject(name = 'نام‌ها') {
  const call = createCaller(radif.context);
  const { id: project } = await call.project.create({ name });
  const download = () => radif.get(`/registry.csv?${new URLSearchParams({ project })}`);
  return { call, project, download };
}

describe('the registry as a file', () => {
  it('comes in and goes out as it was, with a byte order mark for spreadsheets', async () => {
    const { call, project, download } = await newProject();
    const csv = `${head}GPE,روسیه,Russia,,Russian Federation (first mention)|RF (short form),Q159,"a, b"\r\n`;
    expect(await call.entity.import({ project, csv })).toEqual({
      ok: true,
      value: { added: 1, grown: 0, known: 0, warnings: [] },
    });
    const answer = await download();
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain(`${encodeURIComponent('نام‌ها')}.csv`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.toString('utf8')).toBe(`\ufeff${csv}`);
    expect(await call.entity.import({ project, csv: bytes.toString('utf8') })).toMatchObject({
      value: { added: 0, grown: 0, known: 1 },
    });
  });

  it('makes entities grow that are there, and their history says so', async () => {
    const { call, project } = await newProject();
    await call.entity.import({ project, csv: `${head}GPE,روسیه,Russia,,,Q159,\r\n` });
    await call.entity.import({ project, csv: `${head}GPE,روسیه,Russian Federation,,,Q159,\r\n` });
    const [entity, ...others] = await call.entity.list({ project });
    expect(others).toEqual([]);
    expect(entity).toMatchObject({ en: 'Russia', enOther: [{ name: 'Russian Federation', use: null }], revision: 2 });
    const { revisions: history } = await call.entity.history({ project, id: entity?.id ?? '' });
    expect(history.map(({ cause }) => cause)).toEqual(['imported', 'imported']);
  });

  it('is kept wholly or not at all: what is wrong is told with its line and column', async () => {
    const { call, project } = await newProject();
    const csv = `${head}GPE,روسیه,Russia,,,Q159,\r\nSHIP,کشتی,Ship,,,x159,\r\n`;
    expect(await call.entity.import({ project, csv })).toMatchObject({
      ok: false,
      problems: [
        { rule: 'registry.label', line: 3, column: 1 },
        { rule: 'registry.wikidata', line: 3, column: 18 },
      ],
    });
    expect(await call.entity.list({ project })).toEqual([]);
  });

  it('is not there for a project that is not, and needs to be told which', async () => {
    expect((await radif.get('/registry.csv?project=none')).status).toBe(404);
    expect((await radif.get('/registry.csv')).status).toBe(400);
  });
});

describe('the registry as TBX', () => {
  it.each(['dca', 'dct'])('goes out and comes in as it was (%s)', async (style) => {
    const { call, project } = await newProject();
    const csv = `${head}GPE,روسیه,Russia,,Russian Federation (first mention)|RF (short form),Q159,"a, b"\r\n`;
    await call.entity.import({ project, csv });
    const answer = await radif.get(`/registry.tbx?${new URLSearchParams({ project, style })}`);
    expect(answer.headers.get('content-disposition')).toContain('.tbx');
    expect(await call.entity.import({ project, csv: await answer.text() })).toMatchObject({
      value: { added: 0, grown: 0, known: 1 },
    });
    expect((await radif.get(`/registry.tbx?${new URLSearchParams({ project, style: 'x' })}`)).status).toBe(400);
  });
});

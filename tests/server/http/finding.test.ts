import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeDocument } from '../../../server/commands/timeline/change.ts';
import { createCaller } from '../../../server/router.ts';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { segments } from '../../../shared/doc/model/read.ts';
import { type Radif, startRadif } from './radif.ts';

let radif: Radif;
beforeAll(async () => {
  radif = await startRadif();
});
afterAll(() => radif.close());

async function wrongNumber() {
  const call = createCaller(radif.context);
  const { id: project } = await call.project.create({ name: 'عددها' });
  const imported = await call.document.import({ project, title: '=1+1', text: 'در ۱۴ روز.' });
  if (!imported.ok) throw new Error(imported.problems[0]?.message);
  await changeDocument(radif.context, imported.value.id, (tr) =>
    setRendering(tr, segments(tr.doc)[0]?.id ?? '', 'In 41 days.', { status: 'translated' }),
  );
  return { call, project, document: imported.value.id };
}

describe('the findings of a project', () => {
  it('come as a file, which no spreadsheet takes for formulas', async () => {
    const { project, document } = await wrongNumber();
    const answer = await radif.get(`/findings.csv?${new URLSearchParams({ project })}`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain(`${encodeURIComponent('عددها')}.csv`);
    const lines = Buffer.from(await answer.arrayBuffer())
      .toString('utf8')
      .split('\r\n');
    expect(lines).toEqual([
      '\ufeffdocument,title,segment,rule,severity,message,fix,fa,en',
      `${document},'=1+1,1,text.number,error,The number ۱۴ stands as 41 in the English.,14,در ۱۴ روز.,In 41 days.`,
      '',
    ]);
    expect((await radif.get('/findings.csv?project=none')).status).toBe(404);
    expect((await radif.get('/findings.csv')).status).toBe(400);
  });

  it('are those of the rules that the project wants, mended by one key and taken back', async () => {
    const { call, project, document } = await wrongNumber();
    const listed = async () => (await call.finding.list({ project, kind: null, ignored: false })).documents;
    const [finding] = (await listed())[0]?.findings ?? [];
    expect(finding).toMatchObject({ rule: 'text.number', severity: 'error', rendering: { from: 3, to: 5 } });
    const policy = { weights: { 'text.number': 'warning' }, holdsBack: true, english: 'gb' } as const;
    await call.finding.setPolicy({ project, policy });
    expect(await call.finding.policy({ project })).toEqual(policy);
    expect((await listed())[0]?.findings[0]).toMatchObject({ severity: 'warning' });
    await call.finding.setPolicy({ project, policy: { weights: { 'text.number': 'off' }, holdsBack: false } });
    expect(await listed()).toEqual([]);
    await call.finding.setPolicy({ project, policy: { weights: {}, holdsBack: false } });
    expect(await call.finding.remedy({ document, finding: finding?.id ?? '' })).not.toBeNull();
    expect(await listed()).toEqual([]);
    await expect(call.finding.policy({ project: 'none' })).rejects.toThrow();
  });
});

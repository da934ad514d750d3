import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { createProject } from '../../../../server/commands/project/create.ts';
import { exportTerms, importTerms } from '../../../../server/commands/term/glossary-file.ts';
import { listTerms, type WantedTerm, writeTerms } from '../../../../server/commands/term/terms.ts';
import { closeContext } from '../../../../server/context.ts';
import type { TermRecord } from '../../../../shared/terms/term.ts';
import { withEngines } from '../../engines.ts';

const record = (fa: string, ...en: readonly string[]): TermRecord => ({
  ...{ fa, note: '', domain: '', partOfSpeech: null },
  en: en.map((text) => ({ text, use: 'preferred' })),
});
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');

withEngines((engine) => {
  async function newGlossary(...records: readonly TermRecord[]) {
    const place = await engine.place();
    const context = await engine.context(place);
    const { id: project } = await createProject(context, { name: 'Terms' });
    const write = (terms: readonly WantedTerm[]) => writeTerms(context, { project, terms });
    await write(records.map((each, at) => ({ id: `00${at}`, revision: null, record: each })));
    const said = async (from = context) =>
      (await listTerms(from, { project })).map(({ fa, en }) => [fa, ...en.map(({ text }) => text)].join(' = '));
    const bring = (file: string | Uint8Array, isTrial = false) =>
      importTerms(context, { project, file: base64(file), isTrial });
    return { place, context, project, write, said, bring };
  }

  it('keeps what is written over a restart, and each change has a way back', async () => {
    const { place, context, write, said } = await newGlossary(record('تحریم', 'sanctions'), record('نرخ', 'rate'));
    const changed = await write([
      { id: '000', revision: 1, record: record('تحریم', 'embargo') },
      { id: '001', revision: 1, record: null },
      { id: '002', revision: null, record: record('بانک', 'bank') },
    ]);
    expect(await said()).toEqual(['تحریم = embargo', 'بانک = bank']);
    if (!changed.ok) throw new Error(changed.reason);
    await closeContext(context);
    const again = await engine.context(place);
    expect(await said(again)).toEqual(['تحریم = embargo', 'بانک = bank']);
    const [project] = await again.store.db.selectFrom('term').select('project_id').execute();
    await writeTerms(again, { project: project?.project_id ?? '', terms: changed.back });
    expect(await said(again)).toEqual(['تحریم = sanctions', 'نرخ = rate']);
  });

  it('writes nothing for who was late, nor where one of the terms is no term', async () => {
    const { write, said } = await newGlossary(record('تحریم', 'sanctions'));
    const change = (text: string) => ({ id: '000', revision: 1, record: record('تحریم', text) });
    expect(await write([change('embargo')])).toMatchObject({ ok: true });
    expect(await write([change('boycott')])).toEqual({ ok: false, reason: 'stale', ids: ['000'] });
    const refused = await write([
      { id: '005', revision: null, record: record('بانک', 'bank') },
      { id: '006', revision: null, record: record('نرخ') },
    ]);
    expect(refused).toMatchObject({ ok: false, problems: [{ rule: 'term.english', element: 'en' }] });
    expect(await said()).toEqual(['تحریم = embargo']);
  });

  it('brings a file in whole, tells beforehand what it brings, and takes it back', async () => {
    const { bring, write, said } = await newGlossary(record('تحریم', 'sanctions'), record('نرخ', 'rate'));
    const file = 'fa,preferred\nتحريم,embargo\nنرخ,rate\nبانک مرکزی,central bank\n';
    const trial = await bring(file, true);
    expect(trial).toMatchObject({ value: { added: 1, grown: 1, known: 1, first: [{ fa: 'بانک مرکزی' }], back: [] } });
    expect(await said()).toEqual(['تحریم = sanctions', 'نرخ = rate']);
    const brought = await bring(file);
    expect(await said()).toEqual(['تحریم = sanctions = embargo', 'نرخ = rate', 'بانک مرکزی = central bank']);
    if (brought.ok) await write(brought.value.back);
    expect(await said()).toEqual(['تحریم = sanctions', 'نرخ = rate']);
    expect(await bring('fa,preferred\n,x\n')).toMatchObject({ ok: false, problems: [{ line: 2 }] });
  });

  it('that comes twice at once is brought in once', async () => {
    const { said, bring } = await newGlossary(record('تحریم', 'sanctions'));
    const file = 'fa,preferred\r\nتحریم,sanctions\r\nبانک,bank\r\nنرخ,rate\r\n';
    const brought = await Promise.all([bring(file), bring(file), bring(file)]);
    const told = brought.map((each) =>
      each.ok ? `${each.value.added} ${each.value.grown} ${each.value.known}` : each.problems,
    );
    expect(told.sort()).toEqual(['0 0 3', '0 0 3', '2 0 1']);
    expect(await said()).toEqual(['تحریم = sanctions', 'بانک = bank', 'نرخ = rate']);
  });

  it('reads a workbook, and what it exports', async () => {
    const { context, project, bring, write, said } = await newGlossary();
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet = `<worksheet><sheetData><row>${cell('fa')}${cell('en')}</row><row>${cell('تحریم')}${cell('sanctions')}</row></sheetData></worksheet>`;
    const brought = await bring(zipSync({ 'xl/worksheets/sheet1.xml': new TextEncoder().encode(sheet) }));
    expect(await said()).toEqual(['تحریم = sanctions']);
    for (const format of ['csv', 'tbx'] as const) {
      const { text } = await exportTerms(context, { project, format });
      expect(await bring(text)).toMatchObject({ value: { added: 0, grown: 0, known: 1 } });
    }
    if (brought.ok) await write(brought.value.back);
    expect(await said()).toEqual([]);
    expect(await bring(new Uint8Array([0x50, 0x4b, 3, 4]))).toMatchObject({
      problems: [{ rule: 'pair.xlsx-damaged' }],
    });
  });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Context, closeContext, openContext } from '../../../server/context.ts';
import { createCaller } from '../../../server/router.ts';
import { defaultLabels } from '../../../shared/core/label.ts';
import { temporaryFolder } from '../temporary.ts';

let context: Context;
let call: ReturnType<typeof createCaller>;
let project: string;
let document: string;
beforeEach(async () => {
  context = await openContext({ data: await temporaryFolder() });
  call = createCaller(context);
  project = (await call.project.create({ name: 'Statements' })).id;
  const imported = await call.document.import({ project, title: 'A text', text: 'سلام.' });
  if (!imported.ok) throw new Error(imported.problems[0]?.message);
  document = imported.value.id;
});
afterEach(() => closeContext(context));

const term = {
  fa: 'برجام',
  en: [{ text: 'JCPOA', use: 'preferred' as const }],
  note: '',
  domain: '',
  partOfSpeech: null,
};

it.each([
  ['a NUL, which PostgreSQL cannot keep', 'a\u0000b'],
  ['half a character', 'a\ud800'],
  ['another control character', 'a\u0007'],
])('no field takes %s', async (_, bad) => {
  const write = (record: typeof term) => call.term.write({ project, terms: [{ id: 't', revision: null, record }] });
  const labels = (own: object) => defaultLabels.map((label, at) => (at === 0 ? { ...label, ...own } : label));
  const save = (own: object) => call.label.save({ project, read: [...defaultLabels], labels: labels(own) });
  const asked = {
    term: () => write({ ...term, fa: bad }),
    note: () => write({ ...term, note: bad }),
    label: () => save({ en: bad }),
    reason: () => call.dismissal.add({ document, subject: 'text.end', reason: bad }),
    title: () => call.document.rename({ id: document, title: bad }),
  };
  for (const [name, ask] of Object.entries(asked)) {
    await expect(ask(), name).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  }
});

it('a note of several lines is kept as it is written', async () => {
  const note = 'Since 2015.\r\n\tSee می\u200cگوید 🙂';
  await call.term.write({ project, terms: [{ id: 't', revision: null, record: { ...term, note } }] });
  expect(await call.term.list({ project })).toMatchObject([{ note }]);
});

it('no name reads in another order than it is written', async () => {
  const name = 'annex\u202egnp.exe';
  const asked = [
    () => call.project.create({ name }),
    () => call.project.rename({ id: project, name }),
    () => call.document.rename({ id: document, title: name }),
    () => call.version.name({ document, version: 0, name }),
  ];
  for (const ask of asked) await expect(ask()).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  const record = { label: 'PER', fa: 'نام', en: name, faOther: [], enOther: [], wikidata: null, note: '' };
  const told = { rule: 'entity.turned', element: 'en', values: { name: 'annex\ufffdgnp.exe' } };
  expect(await call.entity.create({ project, record })).toMatchObject({ ok: false, problems: [told] });
  expect(
    await call.term.write({ project, terms: [{ id: 't', revision: null, record: { ...term, fa: name } }] }),
  ).toMatchObject({
    ok: false,
    problems: [{ rule: 'term.turned', element: 'fa' }],
  });
  const file = `label,fa,en,fa_other,en_other,wikidata,note\nPER,نام,${name},,,,\n`;
  expect(await call.entity.import({ project, csv: file })).toMatchObject({
    ok: false,
    problems: [{ rule: 'registry.turned', line: 2 }],
  });
  const labels = defaultLabels.map((label, at) => (at === 0 ? { ...label, en: name } : label));
  const saved = call.label.save({ project, read: [...defaultLabels], labels });
  await expect(saved).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  const kept = { ...record, fa: 'می‌رود\u202b!', en: 'Kaveh\u200e (Blacksmith)' };
  expect(await call.entity.create({ project, record: kept })).toMatchObject({ ok: true });
});

it.each(['\u200c', ' \u200e\u200f ', '\u202e\u202c'])('nothing gets a name that nobody can see', async (name) => {
  const asked = [
    () => call.project.create({ name }),
    () => call.project.rename({ id: project, name }),
    () => call.document.rename({ id: document, title: name }),
    () => call.version.name({ document, version: 0, name }),
  ];
  for (const ask of asked) await expect(ask()).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

import { expect, it } from 'vitest';
import { importDocument } from '../../../../server/commands/document/import.ts';
import { listFindings } from '../../../../server/commands/finding/list.ts';
import { setPolicy } from '../../../../server/commands/finding/policy.ts';
import { remedyFinding } from '../../../../server/commands/finding/remedy.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import { keepWord, listWords } from '../../../../server/commands/spelling/words.ts';
import { changeDocument } from '../../../../server/commands/timeline/change.ts';
import { UnknownRecord } from '../../../../server/db/unknown.ts';
import { usualPolicy } from '../../../../shared/doc/checks/policy.ts';
import { setRendering } from '../../../../shared/doc/edit/rendering.ts';
import { segments } from '../../../../shared/doc/model/read.ts';
import { withEngines } from '../../engines.ts';

withEngines((engine) => {
  async function written(english: string) {
    const ctx = await engine.context();
    const { id: project } = await createProject(ctx, { name: 'Words' });
    const imported = await importDocument(ctx, { project, title: 'Talks', text: 'دولت گفت.' });
    if (!imported.ok) throw new Error(imported.problems[0]?.message);
    const document = imported.value.id;
    await changeDocument(ctx, document, (tr) => setRendering(tr, segments(tr.doc)[0]?.id ?? '', english));
    const told = async () => {
      const { documents } = await listFindings(ctx, { project, kind: 'text.spelling', ignored: false }, null);
      return documents.flatMap(({ findings }) => findings);
    };
    const words = async () => (await told()).map(({ values }) => values.found);
    return { ctx, project, document, told, words };
  }

  it('tells words that no dictionary has over a project, and one key mends them', async () => {
    const { ctx, document, told } = await written('The goverment of Qalibaf said so.');
    const [finding] = await told();
    expect(finding).toMatchObject({
      severity: 'hint',
      values: { found: 'goverment' },
      rendering: { from: 4, to: 13 },
      remedy: { kind: 'replace', text: 'government' },
    });
    expect(await remedyFinding(ctx, { document, finding: finding?.id ?? '' })).not.toBeNull();
    expect(await told()).toEqual([]);
  });

  it('takes a word that a project adds, until it is taken out again', async () => {
    const { ctx, project, words } = await written('The rahbarr met the faqihh.');
    expect(await words()).toEqual(['rahbarr', 'faqihh']);
    await keepWord(ctx, { project, word: 'Rahbarr', isKept: true });
    await keepWord(ctx, { project, word: 'rahbarr', isKept: true });
    expect(await listWords(ctx, { project })).toEqual(['rahbarr']);
    expect(await words()).toEqual(['faqihh']);
    await keepWord(ctx, { project, word: 'rahbarr', isKept: false });
    expect(await words()).toEqual(['rahbarr', 'faqihh']);
    await expect(keepWord(ctx, { project: 'none', word: 'a', isKept: true })).rejects.toThrow(UnknownRecord);
  });

  it('goes by the English that the project wants, and says nothing where it is off', async () => {
    const { ctx, project, words } = await written('The colour and the color.');
    expect(await words()).toEqual([]);
    await setPolicy(ctx, { project, policy: { ...usualPolicy, english: 'us' } });
    expect(await words()).toEqual(['colour']);
    await setPolicy(ctx, { project, policy: { ...usualPolicy, english: 'us', weights: { 'text.spelling': 'off' } } });
    expect(await words()).toEqual([]);
  });
});

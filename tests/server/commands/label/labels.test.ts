import { describe, expect, it } from 'vitest';
import { importDocument } from '../../../../server/commands/document/import.ts';
import { countLabels, listLabels, saveLabels } from '../../../../server/commands/label/labels.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import { replaceLabels } from '../../../../server/db/label.ts';
import { defaultLabels, isLabelKey, type Label, labelProblems } from '../../../../shared/core/label.ts';
import { addMention } from '../../../../shared/doc/edit/mention.ts';
import { withEngines } from '../../engines.ts';
import { openWriter } from '../../writer.ts';

const [first, second] = defaultLabels as [Label, Label];
const rules = (labels: readonly Label[]) => labelProblems(labels).map(({ rule, element }) => [rule, element]);

describe('a list of labels', () => {
  it('has no problem as every project begins with it', () => {
    expect(labelProblems(defaultLabels)).toEqual([]);
    expect(defaultLabels.every(({ key }) => isLabelKey(key))).toBe(true);
  });

  it('tells what would be confused, and where', () => {
    expect(rules([first, { ...first, en: '' }])).toEqual([
      ['label.key', 'label 1'],
      ['label.twice', 'label 2'],
      ['label.key', 'label 2'],
      ['label.name', 'label 2'],
    ]);
    expect(rules([{ ...first, id: 'per' }])).toEqual([['label.id', 'label 1']]);
    expect(rules([])).toEqual([['label.none', undefined]]);
  });

  it.each(['Enter', 'Space', 'Digit1', 'ArrowUp', 'F1', 'Delete', 'Tab'])('has no label with the key %s', (key) => {
    expect(rules([{ ...first, key }])).toEqual([['label.noKey', 'label 1']]);
  });
});

withEngines((engine) => {
  describe('the labels of a project', () => {
    async function newProject() {
      const context = await engine.context();
      const { id: project } = await createProject(context, { name: 'Labels' });
      return { context, project };
    }

    it('are those that every project begins with, until it has its own', async () => {
      const { context, project } = await newProject();
      expect(await listLabels(context, { project })).toEqual(defaultLabels);
      expect(await saveLabels(context, { project, read: defaultLabels, labels: [second] })).toEqual({ ok: true });
      expect(await saveLabels(context, { project, read: [second], labels: [second, first] })).toEqual({ ok: true });
      expect(await listLabels(context, { project })).toEqual([second, first]);
    });

    it('are not replaced by a list that would be confused', async () => {
      const { context, project } = await newProject();
      const refused = await saveLabels(context, { project, read: defaultLabels, labels: [first, first] });
      expect(refused).toMatchObject({ ok: false, reason: 'refused' });
      expect(await listLabels(context, { project })).toEqual(defaultLabels);
    });

    it('are a hundred at most, and of more that are there as many may stay, and fewer', async () => {
      const { context, project } = await newProject();
      const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...second, id: `L${at}`, key: '' }));
      const save = (read: readonly Label[], labels: readonly Label[]) => saveLabels(context, { project, read, labels });
      const told = { problems: [{ rule: 'label.many', values: { count: 101, limit: 100 } }] };
      expect(await save(defaultLabels, many(101))).toMatchObject({ ok: false, reason: 'refused', ...told });
      expect(await save(defaultLabels, many(100))).toEqual({ ok: true });
      await context.store.transaction((trx) => replaceLabels(trx, project, many(100), many(159)));
      expect(await save(many(159), many(160))).toMatchObject({ ok: false, reason: 'refused' });
      expect(await save(many(159), many(159).with(0, first))).toEqual({ ok: true });
      expect(await save(many(159).with(0, first), many(120))).toEqual({ ok: true });
    });

    it('come all back by an undo, also more than a hundred', async () => {
      const { context, project } = await newProject();
      const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...second, id: `L${at}`, key: '' }));
      await context.store.transaction((trx) => replaceLabels(trx, project, defaultLabels, many(130)));
      expect(await saveLabels(context, { project, read: many(130), labels: many(20) })).toEqual({ ok: true });
      const back = { project, read: many(20), labels: many(130) };
      expect(await saveLabels(context, back)).toMatchObject({ ok: false, reason: 'refused' });
      expect(await saveLabels(context, { ...back, isUndo: true })).toEqual({ ok: true });
      expect(await listLabels(context, { project })).toEqual(many(130));
    });

    it('come back to who was late, and nothing is lost', async () => {
      const { context, project } = await newProject();
      const save = (labels: readonly Label[]) => saveLabels(context, { project, read: defaultLabels, labels });
      const answers = await Promise.all([save([first]), save([second]), save([first, second])]);
      const late = answers.filter(({ ok }) => !ok);
      expect(late).toHaveLength(2);
      const labels = await listLabels(context, { project });
      for (const answer of late) expect(answer).toEqual({ ok: false, reason: 'stale', labels });
    });

    it('are counted by the mentions that have them, gone ones too', async () => {
      const { context, project } = await newProject();
      const text = 'ایران و روسیه';
      const imported = await importDocument(context, { project, title: 'Two', text });
      if (!imported.ok) throw new Error('The text was refused');
      const writer = await openWriter(context, imported.value.id);
      await writer.push((tr) => {
        const mention = { entity: null, state: 'accepted', rendering: null } as const;
        addMention(tr, { ...mention, id: 'm1', label: 'GPE', source: { from: 0, to: 5 } }, text);
        addMention(tr, { ...mention, id: 'm2', label: 'GONE', source: { from: 8, to: 13 } }, text);
        addMention(tr, { ...mention, id: 'm3', label: 'GPE', source: { from: 8, to: 13 } }, text);
      });
      const counts = await countLabels(context, { project });
      expect(counts.toSorted((a, b) => b.count - a.count)).toEqual([
        { label: 'GPE', count: 2 },
        { label: 'GONE', count: 1 },
      ]);
      await expect(countLabels(context, { project: 'none' })).rejects.toThrow('no project');
    });
  });
});

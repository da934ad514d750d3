import { describe, expect, it } from 'vitest';
import { createProject } from '../../../server/commands/project/create.ts';
import { searchMemories } from '../../../server/commands/search/memory-units.ts';
import type { Context } from '../../../server/context.ts';
import { insertMemory, putUnits } from '../../../server/db/memory.ts';
import type { Query } from '../../../shared/language/words/query.ts';
import { withEngines } from '../engines.ts';

const query = (text: string, how: Partial<Query> = {}): Query => {
  return { text, kind: 'phrase', isInflected: true, isWhole: false, isCased: false, ...how };
};

async function memoryOf(ctx: Context, project: string, name: string, pairs: readonly (readonly [string, string])[]) {
  const id = ctx.newId();
  const base = { project_id: project, kind: 'imported', priority: 0, penalty: 0, is_on: 1, read_only: 0 } as const;
  const unit = { memory_id: id, revision: 1, document_id: null, segment: null, origin: null, status: null } as const;
  const units = pairs.map(([source, target], number) => {
    return { ...unit, number, source, target, alignment: null, person: 'p', at: 0, removed: 0 } as const;
  });
  await ctx.store.transaction(async (trx) => {
    const counts = { revision: 1, next_number: units.length, units: units.length, created_at: 0 };
    await insertMemory(trx, { ...base, ...counts, id, name });
    await putUnits(trx, units);
  });
  return id;
}

withEngines((engine) => {
  describe('the memories of a project', () => {
    it('are sought for words in any form, and one goes on where the first answer ended', async () => {
      const ctx = await engine.context();
      const { id: project } = await createProject(ctx, { name: 'Words' });
      const many = Array.from({ length: 60 }, (_, at) => [`طرح ${at}`, `Plan ${at}`] as const);
      await memoryOf(ctx, project, 'News', [
        ['پروژه‌هایشان ماند.', 'Their projects remained.'],
        ['دولت', 'The state'],
      ]);
      await memoryOf(ctx, project, 'Plans', [...many, ...Array.from({ length: 400 }, () => ['الف', 'a'] as const)]);
      const all = { project, document: null, rows: null, states: null, fa: null, en: null, either: null };
      const found = await searchMemories(ctx, { search: { ...all, either: query('پروژه') }, after: null });
      if (!found.ok) throw new Error(found.problems[0]?.message);
      const told = found.value.units.map(({ name, source, fa }) => [name, source.slice(fa[0]?.from, fa[0]?.to)]);
      expect(told).toEqual([['News', 'پروژه‌هایشان']]);
      expect(found.value.next).toBeNull();
      const plans = { ...all, en: query('plans') };
      const first = await searchMemories(ctx, { search: plans, after: null });
      if (!first.ok || first.value.next === null) throw new Error('it ended at once');
      expect(first.value.units).toHaveLength(60);
      const rest = await searchMemories(ctx, { search: plans, after: first.value.next });
      expect(rest).toMatchObject({ ok: true, value: { units: [], next: null } });
      const broken = query('(', { kind: 'expression' });
      expect(await searchMemories(ctx, { search: { ...all, fa: broken }, after: null })).toMatchObject({ ok: false });
    });
  });
});

import { type Kysely, sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { archiveDocument } from '../../../../server/commands/document/archive.ts';
import { importDocument } from '../../../../server/commands/document/import.ts';
import { documentSaidElsewhere } from '../../../../server/commands/finding/elsewhere.ts';
import { listFindings } from '../../../../server/commands/finding/list.ts';
import { setPolicy } from '../../../../server/commands/finding/policy.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import { changeDocument } from '../../../../server/commands/timeline/change.ts';
import type { Context } from '../../../../server/context.ts';
import type { Database } from '../../../../server/db/database.ts';
import { UnknownRecord } from '../../../../server/db/unknown.ts';
import { usualPolicy } from '../../../../shared/doc/checks/policy.ts';
import { setRendering } from '../../../../shared/doc/edit/rendering.ts';
import { segments } from '../../../../shared/doc/model/read.ts';
import { withEngines } from '../../engines.ts';

const persian = 'گفت‌وگو ادامه دارد.';

withEngines((engine) => {
  describe('what other documents of a project say', () => {
    /** A document of one sentence each, with its English, confirmed unless it is said otherwise. */
    async function said(
      ctx: Context,
      project: string,
      texts: readonly (readonly [string, string])[],
      status: 'translated' | 'draft' = 'translated',
    ) {
      const text = texts.map(([persian]) => persian).join('\n');
      const imported = await importDocument(ctx, { project, title: 'Talks', text });
      if (!imported.ok) throw new Error(imported.problems[0]?.message);
      await changeDocument(ctx, imported.value.id, (tr) =>
        segments(tr.doc)
          .map(({ id, index }) => setRendering(tr, id, texts[index]?.[1] ?? '', { status, origin: 'typed' }))
          .includes(true),
      );
      return imported.value.id;
    }

    async function told(ctx: Context, project: string) {
      const { documents } = await listFindings(ctx, { project, kind: 'text.inconsistent', ignored: false }, null);
      return documents.flatMap(({ document, findings }) =>
        findings.map(({ place, values }) => ({ document, place, usual: values.usual })),
      );
    }

    async function newProject() {
      const ctx = await engine.context();
      const { id: project } = await createProject(ctx, { name: 'Statements' });
      return { ctx, project };
    }

    it('is compared with what each says: the one that differs from most is told', async () => {
      const { ctx, project } = await newProject();
      await said(ctx, project, [[persian, 'The talks continue.']]);
      const odd = await said(ctx, project, [
        ['سلام به همه.', 'Hello to all.'],
        [persian, 'The dialogue goes on.'],
      ]);
      // Typed with a tatweel it is the same.
      await said(ctx, project, [['گفت‌وگو ادامـه دارد.', 'The talks continue.']]);
      expect(await told(ctx, project)).toEqual([{ document: odd, place: 1, usual: 'The talks continue.' }]);
    });

    it('is told once where two documents disagree, and nowhere once they agree or one is no more in use', async () => {
      const { ctx, project } = await newProject();
      const one = await said(ctx, project, [[persian, 'The talks continue.']]);
      const other = await said(ctx, project, [[persian, 'The dialogue goes on.']]);
      const findings = await told(ctx, project);
      expect(findings).toHaveLength(1);
      const about = findings[0]?.document;
      await archiveDocument(ctx, { id: about === one ? other : one, archived: true });
      expect(await told(ctx, project)).toEqual([]);
    });

    it('does not count before somebody has vouched for it, nor what is said of other numbers', async () => {
      const { ctx, project } = await newProject();
      await said(ctx, project, [['بند ۱ پذیرفته شد.', 'Clause 1 was adopted.']]);
      await said(ctx, project, [['بند ۲ پذیرفته شد.', 'Clause 2 has been accepted.']]);
      const draft = await said(ctx, project, [['بند ۱ پذیرفته شد.', 'Clause 1 has passed.']], 'draft');
      expect(await told(ctx, project)).toEqual([]);
      // It is at hand all the same: who confirms it hears of it at once.
      expect(await documentSaidElsewhere(ctx, { document: draft })).toMatchObject([
        { source: 'بند ۱ پذیرفته شد.', target: 'Clause 1 was adopted.' },
      ]);
    });

    it('is compared by its English too: one that stands for other Persian elsewhere is told', async () => {
      const { ctx, project } = await newProject();
      await said(ctx, project, [['مذاکره‌ها ادامه دارد.', 'The talks continue.']]);
      await said(ctx, project, [['مذاکره‌ها  ادامه دارد.', 'The talks continue.']]);
      const odd = await said(ctx, project, [
        ['بله.', 'Yes, sir.'],
        ['هوا خوب است.', 'The talks continue.'],
      ]);
      // Short English stands for many things, and a draft for nothing yet.
      await said(ctx, project, [['آری.', 'Yes, sir.']]);
      await said(ctx, project, [['باران آمد.', 'The talks continue.']], 'draft');
      expect(await told(ctx, project)).toEqual([{ document: odd, place: 1, usual: 'مذاکره‌ها ادامه دارد.' }]);
    });

    it('finds English by an index, however much begins like it', async () => {
      const { ctx, project } = await newProject();
      const long = 'The ministers of the member states of the organisation agreed on';
      await said(ctx, project, [['وزیران توافق کردند.', `${long} 🌍 peace.`]]);
      await said(ctx, project, [
        ['چیز دیگری است.', `${long} 🌍 peace.`],
        ['جز این.', `${long} 🌍 trade.`],
      ]);
      expect((await told(ctx, project)).map(({ place }) => place)).toHaveLength(1);
      if (engine.name === 'postgres') return;
      const { rows } = await sql<{ detail: string }>`
        explain query plan select * from memory_unit where memory_id = ${project} and document_id is not null
        and substr(target, 1, 60) in (${long.slice(0, 60)}) and removed = 0 order by +number desc limit 2000`.execute(
        ctx.store.db as Kysely<Database>,
      );
      expect(JSON.stringify(rows)).toContain('memory_unit_english');
    });

    it('keeps nobody waiting who looks at the checks while the memory is not read yet, and is told once it is', async () => {
      const { ctx, project } = await newProject();
      await said(ctx, project, [[persian, 'The talks continue.']]);
      await said(ctx, project, [[persian, 'The dialogue goes on.']]);
      const asked = { project, kind: null, ignored: false };
      if (engine.name === 'postgres') {
        const holder = await (ctx.store.db as Kysely<Database>).startTransaction().execute();
        await sql`lock table memory_unit in access exclusive mode`.execute(holder);
        expect(await listFindings(ctx, asked)).toMatchObject({ isBehind: true, looked: 2, documents: [] });
        await holder.rollback().execute();
      }
      await vi.waitFor(async () => expect((await listFindings(ctx, asked)).isBehind).toBe(false), 20_000);
      expect((await listFindings(ctx, asked)).counts).toMatchObject({ 'text.inconsistent': 1 });
    });

    it('stays unsaid where the project does not want it, and of what is no document', async () => {
      const { ctx, project } = await newProject();
      await said(ctx, project, [[persian, 'The talks continue.']]);
      await said(ctx, project, [[persian, 'The dialogue goes on.']]);
      await setPolicy(ctx, { project, policy: { ...usualPolicy, weights: { 'text.inconsistent': 'off' } } });
      expect(await told(ctx, project)).toEqual([]);
      await expect(documentSaidElsewhere(ctx, { document: 'none' })).rejects.toThrow(UnknownRecord);
    });
  });
});

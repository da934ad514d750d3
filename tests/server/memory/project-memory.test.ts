import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveDocument } from '../../../server/commands/document/archive.ts';
import { duplicateDocument } from '../../../server/commands/document/duplicate.ts';
import { moveDocument } from '../../../server/commands/document/move.ts';
import { removeDocument } from '../../../server/commands/document/remove.ts';
import { findMatches } from '../../../server/commands/memory/matches.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import type { Context } from '../../../server/context.ts';
import { isConfirmed, type Status } from '../../../shared/core/status.ts';
import { mergeSegments, setStatus } from '../../../shared/doc/edit/structure.ts';
import { segmentByIndex } from '../../../shared/doc/model/read.ts';
import { edits, perform } from '../commands/edits.ts';
import { withEngines } from '../engines.ts';
import { copyOf, putBack } from '../put-back.ts';
import '../../seed.ts';
import { newDocument, openWriter, persian, type Writer } from '../writer.ts';

const confirm = (writer: Writer, index: number, status: Status = 'translated') =>
  writer.push((tr) => {
    setStatus(tr, segmentByIndex(tr.doc, index)?.id ?? '', status);
  });

async function projectOf({ store }: Context, document: string): Promise<string> {
  const query = store.db.selectFrom('document').select('project_id').where('id', '=', document);
  return (await query.executeTakeFirstOrThrow()).project_id;
}

/** What a project has for a text. */
async function found(ctx: Context, project: string, text: string): Promise<readonly string[]> {
  const texts = [{ text, before: null, after: null }];
  const { matches } = await findMatches(ctx, { project, texts }, null);
  return (matches[0] ?? []).map(({ score, target }) => `${score} ${target}`);
}

/** The memory of a project as its units are, and as its confirmed segments say that it should be. */
async function bothSides({ store }: Context) {
  const units = await store.db
    .selectFrom('memory_unit')
    .select(['source', 'target', 'document_id', 'segment'])
    .where('removed', '=', 0)
    .execute();
  const segments = await store.db.selectFrom('segment').selectAll().execute();
  const given = segments.filter(({ status, source, rendering }) => isConfirmed(status) && source && rendering);
  const counts = await store.db.selectFrom('memory').select('units').execute();
  const told = (rows: readonly (string | null)[][]) => rows.map((row) => row.join(' | ')).sort();
  return {
    units: told(units.map(({ source, target, document_id, segment }) => [document_id, segment, source, target])),
    segments: told(given.map(({ source, rendering, document_id, id }) => [document_id, id, source, rendering])),
    counted: counts.reduce((sum, { units: count }) => sum + Number(count), 0),
  };
}

const first = 'این جمله 0 درباره وزیر است.';

withEngines((engine) => {
  describe('several servers', () => {
    it('hear of what the others confirm, change and take back', async () => {
      const place = await engine.place();
      const [one, other] = [await engine.context(place), await engine.context(place)];
      const document = await newDocument(one);
      const project = await projectOf(one, document);
      const writer = await openWriter(one, document);
      await writer.type(0, 'A minister.');
      await confirm(writer, 0);
      expect(await found(other, project, first)).toEqual(['100 A minister.']);
      const second = await openWriter(other, document, 'c-2');
      await second.type(0, ' Indeed.');
      await confirm(second, 0);
      expect(await found(one, project, first)).toEqual(['100 A minister. Indeed.']);
      await confirm(second, 0, 'rejected');
      expect(await found(one, project, first)).toEqual([]);
      expect(await found(other, project, first)).toEqual([]);
    });
  });

  describe('the memory of a project', () => {
    it('has a segment once it is confirmed, as it is then, and no longer when that is taken back', async () => {
      const ctx = await engine.context();
      const document = await newDocument(ctx);
      const project = await projectOf(ctx, document);
      const writer = await openWriter(ctx, document);
      await writer.type(0, 'This is about a minister.');
      expect(await found(ctx, project, first)).toEqual([]);
      await confirm(writer, 0);
      expect(await found(ctx, project, first)).toEqual(['100 This is about a minister.']);
      await writer.type(0, ' Indeed.');
      await confirm(writer, 0, 'reviewed');
      expect(await found(ctx, project, first)).toEqual(['100 This is about a minister. Indeed.']);
      await confirm(writer, 0, 'draft');
      expect(await found(ctx, project, first)).toEqual([]);
    });

    it('tells no segment as a match of itself, and knows the neighbours of another', async () => {
      const ctx = await engine.context();
      const document = await newDocument(ctx);
      const project = await projectOf(ctx, document);
      const writer = await openWriter(ctx, document);
      await writer.type(1, 'About a meeting.');
      await confirm(writer, 1);
      const second = 'این جمله 1 درباره دیدار است.';
      const texts = [{ text: second, before: null, after: null, segment: segmentByIndex(writer.doc, 1)?.id }];
      const own = await findMatches(ctx, { project, document, texts }, null);
      expect(own.matches).toEqual([[]]);
      const other = await findMatches(ctx, { project, texts: [{ text: second, before: first, after: 'دیگر' }] }, null);
      expect(other.matches[0]?.[0]).toMatchObject({
        score: 101,
        kind: 'context',
        origin: { title: 'A text', document },
      });
    });

    it('forgets a document that is removed, and goes along with one that moves or is copied', async () => {
      const ctx = await engine.context();
      const document = await newDocument(ctx);
      const project = await projectOf(ctx, document);
      const writer = await openWriter(ctx, document);
      await writer.type(0, 'A minister.');
      await confirm(writer, 0);
      const copy = await duplicateDocument(ctx, { id: document, title: 'A copy' });
      const { id: other } = await createProject(ctx, { name: 'Elsewhere' });
      await moveDocument(ctx, { id: copy.id, project: other });
      expect(await found(ctx, other, first)).toEqual(['100 A minister.']);
      await archiveDocument(ctx, { id: document, archived: true });
      expect(await found(ctx, project, first)).toEqual(['100 A minister.']);
      await removeDocument(ctx, { id: document, title: 'A text' });
      expect(await found(ctx, project, first)).toEqual([]);
      expect(await found(ctx, other, first)).toEqual(['100 A minister.']);
    });

    it('is what is confirmed, after any edits', async () => {
      await fc.assert(
        fc.asyncProperty(edits, async (all) => {
          const ctx = await engine.context();
          const document = await newDocument(ctx, persian(6));
          const writer = await openWriter(ctx, document);
          for (const index of [0, 1, 3]) {
            await writer.type(index, 'English.');
            await confirm(writer, index);
          }
          for (const [nth, edit] of all.entries()) {
            await writer.push((tr) => perform(tr, edit, nth, writer.source));
            if (nth % 3 === 0) await confirm(writer, nth % 4, nth % 2 === 0 ? 'translated' : 'reviewed');
          }
          await writer.push((tr) => {
            mergeSegments(tr, segmentByIndex(tr.doc, 0)?.id ?? '', writer.source);
          });
          const { units, segments, counted } = await bothSides(ctx);
          expect(units).toEqual(segments);
          expect(counted).toBe(units.length);
        }),
        { numRuns: engine.name === 'sqlite' ? 12 : 4 },
      );
    });

    it('is read anew where an older copy of the data is put back', async () => {
      const ctx = await engine.context();
      const document = await newDocument(ctx);
      const project = await projectOf(ctx, document);
      const before = await copyOf(ctx.store);
      const writer = await openWriter(ctx, document);
      await writer.type(0, 'A minister.');
      await confirm(writer, 0);
      expect(await found(ctx, project, first)).toHaveLength(1);
      await putBack(ctx.store, before);
      expect(await found(ctx, project, first)).toEqual([]);
    });
  });
});

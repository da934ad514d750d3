import { describe, expect, it } from 'vitest';
import { importDocument } from '../../../server/commands/document/import.ts';
import { changeEntity } from '../../../server/commands/entity/change.ts';
import { findMatches } from '../../../server/commands/memory/matches.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import type { Context } from '../../../server/context.ts';
import type { Status } from '../../../shared/core/status.ts';
import { addMention } from '../../../shared/doc/edit/mention.ts';
import { setStatus } from '../../../shared/doc/edit/structure.ts';
import { segmentByIndex } from '../../../shared/doc/model/read.ts';
import { withEngines } from '../engines.ts';
import { haveEntity } from '../entity.ts';
import { openWriter, type Writer } from '../writer.ts';

const text = ['وزیر خارجه ایران به عراق رفت.', 'وزیر خارجه ترکیه به عراق رفت.'].join('\n');

async function scene(ctx: Context) {
  const { id: project } = await createProject(ctx, { name: 'Named' });
  const imported = await importDocument(ctx, { project, title: 'A text', text });
  if (!imported.ok) throw new Error(imported.problems[0]?.message);
  const { id: document } = imported.value;
  await haveEntity(ctx, document, 'iran', ['ایران', 'Iran']);
  await haveEntity(ctx, document, 'iraq', ['عراق', 'Iraq']);
  await haveEntity(ctx, document, 'turkey', ['ترکیه', 'Türkiye']);
  return { project, document, writer: await openWriter(ctx, document) };
}

/** Marks a name in the Persian of a segment, and in its English where it has one. */
async function mark(writer: Writer, index: number, entity: string, fa: string, en: string | null) {
  const segment = segmentByIndex(writer.doc, index);
  if (!segment) throw new RangeError(`No segment ${index}`);
  const from = writer.source.text.indexOf(fa, segment.from);
  const at = en === null ? -1 : segment.text.indexOf(en);
  await writer.push((tr) => {
    addMention(
      tr,
      {
        ...{ id: `m-${index}-${entity}`, label: 'GPE', entity, state: 'accepted' },
        source: { from, to: from + fa.length },
        rendering: en === null ? null : { segment: segment.id, from: at, to: at + en.length },
      },
      writer.source.text,
    );
  });
}

withEngines((engine) => {
  describe('a match of a segment whose names are linked', () => {
    it('is one of 99 once they stand in it by their agreed names, and tells where', async () => {
      const ctx = await engine.context();
      const { project, document, writer } = await scene(ctx);
      await writer.type(0, 'The foreign minister of Iran went to Iraq.');
      await mark(writer, 0, 'iran', 'ایران', 'Iran');
      await mark(writer, 0, 'iraq', 'عراق', 'Iraq');
      await writer.push((tr) => {
        setStatus(tr, segmentByIndex(tr.doc, 0)?.id ?? '', 'translated');
      });
      const wanted = { text: text.split('\n')[1] ?? '', before: null, after: null };
      const texts = [{ ...wanted, segment: segmentByIndex(writer.doc, 1)?.id }];
      const before = await findMatches(ctx, { project, document, texts }, null);
      expect(before.matches[0]?.[0]).toMatchObject({ kind: 'fuzzy', names: [] });
      await mark(writer, 1, 'turkey', 'ترکیه', null);
      await mark(writer, 1, 'iraq', 'عراق', null);
      const { matches } = await findMatches(ctx, { project, document, texts }, null);
      const [match] = matches[0] ?? [];
      expect(match).toMatchObject({
        score: 99,
        kind: 'substituted',
        target: 'The foreign minister of Türkiye went to Iraq.',
      });
      expect(match?.names.map(({ mention, from, to }) => [mention, match.target.slice(from, to)])).toEqual([
        ['m-1-turkey', 'Türkiye'],
        ['m-1-iraq', 'Iraq'],
      ]);
    });
  });

  describe('a unit that counts for less', () => {
    it('calls a name otherwise than its record, which was changed since', async () => {
      const ctx = await engine.context();
      const { project, writer } = await scene(ctx);
      await writer.type(1, 'The foreign minister of Turkey went to Iraq.');
      await mark(writer, 1, 'turkey', 'ترکیه', 'Turkey');
      await mark(writer, 1, 'iraq', 'عراق', 'Iraq');
      await writer.push((tr) => {
        setStatus(tr, segmentByIndex(tr.doc, 1)?.id ?? '', 'translated');
      });
      const look = async () => {
        const texts = [{ text: text.split('\n')[1] ?? '', before: null, after: null }];
        const { matches } = await findMatches(ctx, { project, texts }, null);
        return matches[0]?.map(({ score, penalties }) => ({ score, penalties }));
      };
      expect(await look()).toEqual([{ score: 100, penalties: [] }]);
      const record = { label: 'GPE', fa: 'عراق', faOther: [], enOther: [], wikidata: null, note: 'Still Iraq' };
      await changeEntity(ctx, { project, id: 'iraq', revision: 1, record: { ...record, en: 'Iraq' } });
      expect(await look()).toEqual([{ score: 100, penalties: [] }]);
      const other = { ...record, fa: 'ترکیه', en: 'Türkiye', note: 'Since 2022' };
      await changeEntity(ctx, { project, id: 'turkey', revision: 1, record: other });
      expect(await look()).toEqual([{ score: 97, penalties: [{ reason: 'older', points: 3 }] }]);
    });

    it('is one that nobody has reviewed, where another for the same text is', async () => {
      const ctx = await engine.context();
      const { project } = await scene(ctx);
      const same = ['باران آمد.', 'باران آمد.'].join('\n');
      const imported = await importDocument(ctx, { project, title: 'Rain', text: same });
      if (!imported.ok) throw new Error(imported.problems[0]?.message);
      const writer = await openWriter(ctx, imported.value.id);
      await writer.type(0, 'It rained.');
      await writer.type(1, 'Rain came.');
      const confirm = (index: number, status: Status) =>
        writer.push((tr) => {
          setStatus(tr, segmentByIndex(tr.doc, index)?.id ?? '', status);
        });
      await confirm(0, 'translated');
      await confirm(1, 'translated');
      const look = async () => {
        const texts = [{ text: 'باران آمد.', before: null, after: null }];
        const { matches } = await findMatches(ctx, { project, texts }, null);
        return matches[0]?.map(({ score, target, penalties }) => [
          score,
          target,
          ...penalties.map(({ reason }) => reason),
        ]);
      };
      expect((await look())?.map(([score]) => score)).toEqual([100, 100]);
      await confirm(0, 'reviewed');
      expect(await look()).toEqual([
        [100, 'It rained.'],
        [99, 'Rain came.', 'unreviewed'],
      ]);
    });
  });
});

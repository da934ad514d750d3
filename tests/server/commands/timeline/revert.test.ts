import { describe, expect, it } from 'vitest';
import { changeDocument } from '../../../../server/commands/timeline/change.ts';
import { revertChange } from '../../../../server/commands/timeline/revert.ts';
import { createCaller } from '../../../../server/router.ts';
import { addMention } from '../../../../shared/doc/edit/mention.ts';
import { renamePlaces, writeNames } from '../../../../shared/doc/edit/rename.ts';
import { setRendering } from '../../../../shared/doc/edit/rendering.ts';
import { setStatus } from '../../../../shared/doc/edit/structure.ts';
import { segments } from '../../../../shared/doc/model/read.ts';
import type { DocumentChange } from '../../../../shared/wire/change.ts';
import { withEngines } from '../../engines.ts';
import { haveEntity } from '../../entity.ts';
import { newDocument, openWriter, renderings } from '../../writer.ts';

const text = 'برجام امضا شد. برجام ماند. روسیه رفت.';

withEngines((engine) => {
  describe('taking a change of the server back', () => {
    /** A document in which the JCPOA was named in two confirmed sentences, and then renamed by the server. */
    async function renamed() {
      const context = await engine.context();
      const document = await newDocument(context, text);
      await haveEntity(context, document, 'e1', ['برجام', 'JCPOA']);
      await changeDocument(context, document, (tr) => {
        const [first = '', second = '', third = ''] = segments(tr.doc).map(({ id }) => id);
        setRendering(tr, first, 'JCPOA was signed.');
        setRendering(tr, second, 'The JCPOA held.');
        setRendering(tr, third, 'Russia left.');
        for (const [id, segment, from] of [['m1', first, 0] as const, ['m2', second, 4] as const]) {
          const rendering = { segment, from, to: from + 5 };
          addMention(tr, { id, label: 'AGREEMENT', entity: 'e1', state: 'accepted', source: null, rendering }, text);
          setStatus(tr, segment, 'translated');
        }
        return true;
      });
      const change = await changeDocument(context, document, (tr, { source }) => {
        const places = renamePlaces(tr.doc, source.text, { entity: 'e1', old: 'JCPOA', fresh: 'Iran deal' });
        return writeNames(tr, places).length < places.length;
      });
      if (!change) throw new Error('Nothing was renamed');
      return { context, document, change: change as DocumentChange, writer: await openWriter(context, document) };
    }

    it('gives the names and the standing back, and can itself be taken back', async () => {
      const { context, document, change } = await renamed();
      expect(await renderings(context, document)).toEqual([
        'Iran deal was signed.',
        'The Iran deal held.',
        'Russia left.',
      ]);

      const reverted = await revertChange(context, change);
      expect(reverted).toMatchObject({ outcome: 'whole', taken: 2, left: 0, change: { before: change.after } });
      expect(await renderings(context, document)).toEqual(['JCPOA was signed.', 'The JCPOA held.', 'Russia left.']);
      const { doc } = await openWriter(context, document);
      expect(segments(doc).map(({ status }) => status)).toEqual(['translated', 'translated', 'draft']);

      if (!reverted.change) throw new Error('Nothing was taken back');
      expect(await revertChange(context, reverted.change)).toMatchObject({ outcome: 'whole', taken: 2 });
      expect(await renderings(context, document)).toEqual([
        'Iran deal was signed.',
        'The Iran deal held.',
        'Russia left.',
      ]);
    });

    it('leaves the name that somebody has typed in meanwhile, and keeps what was typed elsewhere', async () => {
      const { context, document, change, writer } = await renamed();
      await writer.push((tr) => setRendering(tr, segments(tr.doc)[1]?.id ?? '', 'The Iran nuclear deal held.'));
      await writer.type(0, ' At last.');

      expect(await revertChange(context, change)).toMatchObject({ outcome: 'part', taken: 1, left: 1 });
      expect(await renderings(context, document)).toEqual([
        'JCPOA was signed. At last.',
        'The Iran nuclear deal held.',
        'Russia left.',
      ]);
    });

    it('says so when nothing is left to take back', async () => {
      const { context, document, change } = await renamed();
      await revertChange(context, change);
      expect(await revertChange(context, change)).toEqual({ outcome: 'none', taken: 0, left: 2, change: null });
      expect(await renderings(context, document)).toEqual(['JCPOA was signed.', 'The JCPOA held.', 'Russia left.']);
    });

    it('goes over thousands of steps of others', async () => {
      const { context, document, change, writer } = await renamed();
      for (let round = 0; round < 3; round++) {
        await writer.push((tr) => {
          const { id = '', text: said = '' } = segments(tr.doc)[2] ?? {};
          for (let step = 1; step <= 500; step++) setRendering(tr, id, said + 'x'.repeat(step));
        });
      }
      expect(await revertChange(context, change)).toMatchObject({ outcome: 'whole', taken: 2 });
      expect((await renderings(context, document))[2]).toBe(`Russia left.${'x'.repeat(1500)}`);
    });

    it('is refused for versions that are not there, and for none', async () => {
      const { context, document, change } = await renamed();
      const { timeline } = createCaller(context);
      await expect(timeline.revert({ ...change, after: change.after + 9 })).rejects.toThrow('no version');
      await expect(timeline.revert({ ...change, document: 'gone' })).rejects.toThrow('no document');
      await expect(timeline.revert({ document, before: 3, after: 3 })).rejects.toThrow();
    });
  });
});

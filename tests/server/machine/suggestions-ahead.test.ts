import { expect, it } from 'vitest';
import { segmentsToSuggest } from '../../../client/panels/matches/segments-to-suggest.ts';
import { importDocument } from '../../../server/commands/document/import.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import { createCaller } from '../../../server/router.ts';
import { setStatus } from '../../../shared/doc/edit/structure.ts';
import { segmentByIndex } from '../../../shared/doc/model/read.ts';
import { withEngines } from '../engines.ts';
import { openWriter } from '../writer.ts';
import { machineServer, says } from './machine-server.ts';

const texts = ['باران آمد.', 'دولت گفت.', 'برف بارید.', 'مردم رفتند.', 'شب شد.', 'باد وزید.', 'روز آمد.', 'ماه رفت.'];

withEngines((engine) => {
  it('sends each row once to the machine as the caret goes on, and no row that has its English', async () => {
    const ctx = await engine.context();
    const machine = await machineServer(says('Said by a machine.'));
    const { id: project } = await createProject(ctx, { name: 'P' });
    const imported = await importDocument(ctx, { project, title: 'A text', text: texts.join('\n') });
    if (!imported.ok) throw new Error(imported.problems[0]?.message);
    const { id: document } = imported.value;
    const { machine: calls } = createCaller(ctx);
    const choice = { project, kind: 'chat' as const, address: machine.address, model: 'm' };
    await calls.choose({ ...choice, isOn: true, isAgreed: true });

    const writer = await openWriter(ctx, document);
    const confirm = (at: number) =>
      writer.push((tr) => void setStatus(tr, segmentByIndex(tr.doc, at)?.id ?? '', 'translated'));
    await writer.type(0, 'Rain came.');
    await confirm(0);
    await writer.type(2, 'Snow fell.');

    /** Asks for all that a caret in the row at `at` wants, as the page does: again and again until it is there. */
    const rest = async (at: number) => {
      const active = segmentByIndex(writer.doc, at);
      if (!active) throw new Error(`There is no row ${at}`);
      const { text } = writer.source;
      for (const { id: segment, index, from, to } of segmentsToSuggest(writer.doc, active, 3)) {
        const beside = (near: number) => {
          const row = segmentByIndex(writer.doc, near);
          return row && { fa: text.slice(row.from, row.to), en: row.text };
        };
        const row = { project, document, segment, text: text.slice(from, to) };
        const suggest = () => calls.suggest({ ...row, before: beside(index - 1), after: beside(index + 1) });
        await expect.poll(suggest, { interval: 5 }).toMatchObject({ state: 'done' });
      }
    };
    const sent = () =>
      machine.seen.map(({ body }) => {
        const { messages } = body as { readonly messages: readonly { readonly content: string }[] };
        const { text } = JSON.parse(messages.at(-1)?.content ?? '') as { readonly text: string };
        return texts.indexOf(text);
      });

    try {
      // Of a row that somebody vouches for nothing is asked, and none that has English is asked for ahead.
      await rest(0);
      expect(sent()).toEqual([1, 3, 4]);
      await rest(1);
      expect(sent()).toEqual([1, 3, 4, 5]);
      await writer.type(1, 'Said by a machine.');
      await confirm(1);
      // Who stands in a draft may want another word for it.
      await rest(2);
      expect(sent()).toEqual([1, 3, 4, 5, 2]);
      await rest(3);
      await rest(1);
      await rest(3);
      expect(sent()).toEqual([1, 3, 4, 5, 2, 6]);
    } finally {
      await machine.close();
    }
  });
});

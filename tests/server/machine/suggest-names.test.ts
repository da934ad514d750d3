import { expect, it } from 'vitest';
import { importDocument } from '../../../server/commands/document/import.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import { writeTerms } from '../../../server/commands/term/terms.ts';
import { createCaller } from '../../../server/router.ts';
import { addMention } from '../../../shared/doc/edit/mention.ts';
import { segmentByIndex } from '../../../shared/doc/model/read.ts';
import { withEngines } from '../engines.ts';
import { haveEntity } from '../entity.ts';
import { openWriter } from '../writer.ts';
import { machineServer, says } from './machine-server.ts';

const text = 'وزیر خارجه آمریکا به آمریکا و عراق رفت.';
const english = 'Tell us: Iraq’s friend, the US foreign minister, left the US for Iraqi soil.';

withEngines((engine) => {
  it('sends the agreed names and terms along, and tells where the answer has the names of which mentions', async () => {
    const ctx = await engine.context();
    const machine = await machineServer(says(english));
    const { id: project } = await createProject(ctx, { name: 'P' });
    const imported = await importDocument(ctx, { project, title: 'A text', text });
    if (!imported.ok) throw new Error(imported.problems[0]?.message);
    const { id: document } = imported.value;
    await haveEntity(ctx, document, 'us', ['آمریکا', 'US']);
    await haveEntity(ctx, document, 'iraq', ['عراق', 'Iraq']);
    const record = { fa: 'وزیر خارجه', note: '', domain: '', partOfSpeech: null };
    const en = [
      { text: 'outside minister', use: 'forbidden' as const },
      { text: 'foreign minister', use: 'preferred' as const },
    ];
    await writeTerms(ctx, { project, terms: [{ id: 't1', revision: null, record: { ...record, en } }] });
    const writer = await openWriter(ctx, document);
    const mark = (id: string, entity: string, fa: string, from: number) =>
      writer.push((tr) => {
        const source = { from, to: from + fa.length };
        addMention(tr, { id, label: 'GPE', entity, state: 'accepted', source, rendering: null }, writer.source.text);
      });
    await mark('first', 'us', 'آمریکا', text.indexOf('آمریکا'));
    await mark('second', 'us', 'آمریکا', text.lastIndexOf('آمریکا'));
    await mark('third', 'iraq', 'عراق', text.indexOf('عراق'));

    const { machine: calls } = createCaller(ctx);
    const choice = { project, kind: 'chat' as const, address: machine.address, model: 'm' };
    await calls.choose({ ...choice, isOn: true, isAgreed: true });
    const segment = segmentByIndex(writer.doc, 0)?.id ?? '';
    const suggest = () => calls.suggest({ project, document, segment, text, before: null, after: null });
    await expect.poll(suggest).toMatchObject({ state: 'done' });
    const answer = await suggest();
    const names = answer.state === 'done' ? answer.names : [];
    expect(names.map(({ mention, from, to }) => [mention, english.slice(from, to), from])).toEqual([
      ['third', 'Iraq', english.indexOf('Iraq')],
      ['first', 'US', english.indexOf('US')],
      ['second', 'US', english.lastIndexOf('US')],
    ]);
    const sent = JSON.stringify(machine.seen[0]?.body);
    for (const agreed of ['آمریکا', 'US', 'Iraq', 'foreign minister']) expect(sent).toContain(agreed);
    expect(sent).not.toContain('outside minister');
    await machine.close();
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { restoreAtHead } from '../../../client/timeline/restore.ts';
import { openTray } from '../../../client/timeline/tray.ts';
import { importDocument } from '../../../server/commands/document/import.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import type { Context } from '../../../server/context.ts';
import { engineOf } from '../../server/engines.ts';
import { type Line, lineTo, openTab, outboxInMemory, renderings, type } from './tab.ts';

describe('bringing a version back where no editor is open', () => {
  const engine = engineOf('sqlite');
  let context: Context;

  beforeAll(async () => {
    context = await engine.context();
  });

  async function written(): Promise<string> {
    const { id: project } = await createProject(context, { name: 'Restoring' });
    const imported = await importDocument(context, { project, title: '', text: 'این یک جمله است.' });
    if (!imported.ok) throw new Error('The text was refused');
    const tab = await openTab(lineTo(context), imported.value.id);
    type(tab, 0, 'Written later');
    await tab.settle();
    tab.close();
    return imported.value.id;
  }

  function restore(id: string, authority: Line) {
    const outbox = outboxInMemory();
    const surroundings = { authority, outbox, tray: openTray(outbox, id), client: 'c-restore', now: Date.now };
    return restoreAtHead({ ...surroundings, newId: () => 'new' }, id, { version: 0 });
  }

  async function shown(id: string): Promise<readonly string[]> {
    const tab = await openTab(lineTo(context), id);
    tab.close();
    return renderings(tab);
  }

  it('tells the versions before and after', async () => {
    const id = await written();
    expect(await restore(id, lineTo(context))).toEqual({
      change: { document: id, before: 1, after: 2, mark: expect.stringMatching(/^.{16}$/) },
      before: { version: 1, mark: expect.stringMatching(/^.{16}$/) },
      settled: 'saved',
      refusal: [],
    });
    expect(await shown(id)).toEqual(['']);
  });

  it('tells a refusal as a refusal, and a server that is away as that', async () => {
    const id = await written();
    const line = lineTo(context);
    const refusing: Line = { ...line, push: async () => ({ ok: false, reason: 'refused', problems: [] }) };
    expect(await restore(id, refusing)).toMatchObject({ settled: 'refused' });
    const away: Line = { ...line, push: () => Promise.reject(new Error('The line is cut')) };
    expect(await restore(id, away)).toMatchObject({ settled: 'waiting' });
    expect(await shown(id)).toEqual(['Written later']);
  });
});

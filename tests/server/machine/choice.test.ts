import { expect, it } from 'vitest';
import { createProject } from '../../../server/commands/project/create.ts';
import { setSetting } from '../../../server/db/setting.ts';
import { createCaller } from '../../../server/router.ts';
import { withEngines } from '../engines.ts';
import { json, machineServer, says } from './machine-server.ts';

const row = { document: 'd', segment: 's', text: 'سلام', before: null, after: null };

withEngines((engine) => {
  async function begin() {
    const ctx = await engine.context();
    const machine = await machineServer(says('Hello.'));
    const { id: project } = await createProject(ctx, { name: 'P' });
    const { machine: calls } = createCaller(ctx);
    const choice = { project, kind: 'chat' as const, address: machine.address, model: 'm' };
    const suggest = () => calls.suggest({ project, ...row });
    return { ctx, machine, project, calls, choice, suggest };
  }

  it('asks no machine until somebody of the project has agreed', async () => {
    const { machine, project, calls, choice, suggest } = await begin();
    expect(await calls.ofProject({ project })).toMatchObject({ isOn: false, hasKey: false, agreed: null });
    expect(await suggest()).toEqual({ state: 'off' });
    expect(await calls.choose({ ...choice, isOn: true, isAgreed: false })).toMatchObject({
      ok: false,
      problems: [{ rule: 'machine-agreement', element: 'isAgreed' }],
    });
    expect(await suggest()).toEqual({ state: 'off' });
    expect(machine.seen).toEqual([]);
    expect(await calls.choose({ ...choice, isOn: true, isAgreed: true })).toMatchObject({
      ok: true,
      value: { agreed: { to: `chat ${machine.address}`, person: 'local' } },
    });
    await expect.poll(suggest).toEqual({ state: 'done', english: 'Hello.', names: [] });
    await machine.close();
  });

  it('wants the agreement anew for another destination, and keeps it where nothing else is sent to', async () => {
    const { machine, calls, choice, suggest } = await begin();
    await calls.choose({ ...choice, isOn: true, isAgreed: true });
    expect(await calls.choose({ ...choice, model: 'n', isOn: true, isAgreed: false })).toMatchObject({ ok: true });
    for (const other of [{ address: 'http://127.0.0.1:9' }, { kind: 'deepl' as const }]) {
      const refused = await calls.choose({ ...choice, ...other, isOn: true, isAgreed: false });
      expect(refused).toMatchObject({ ok: false, problems: [{ rule: 'machine-agreement' }] });
    }
    await calls.choose({ ...choice, isOn: false, isAgreed: false });
    expect(await suggest()).toEqual({ state: 'off' });
    await machine.close();
  });

  it('keeps a key encrypted, tells nobody of it, and sends it nowhere but where it was given for', async () => {
    const { ctx, machine, project, calls, choice, suggest } = await begin();
    const said = await calls.choose({ ...choice, key: 'sk-very-secret', isOn: true, isAgreed: true });
    expect(JSON.stringify([said, await calls.ofProject({ project })])).not.toContain('secret');
    expect(said).toMatchObject({ ok: true, value: { hasKey: true } });
    const stored = await ctx.store.db.selectFrom('setting').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain('secret');
    await expect.poll(suggest).toMatchObject({ state: 'done' });
    expect(machine.seen[0]?.headers.authorization).toBe('Bearer sk-very-secret');

    const other = await machineServer(says('Hello.'));
    expect(await calls.try({ ...choice, address: other.address })).toMatchObject({ english: 'Hello.' });
    expect(other.seen[0]?.headers.authorization).toBeUndefined();
    await calls.choose({ ...choice, address: other.address, isOn: true, isAgreed: true });
    expect(await calls.ofProject({ project })).toMatchObject({ hasKey: false });
    await calls.choose({ ...choice, isOn: true, isAgreed: true });
    expect(await calls.ofProject({ project })).toMatchObject({ hasKey: false });
    await machine.close();
    await other.close();
  });

  it('says so where the key was encrypted by the file of another server', async () => {
    const { ctx, machine, project, calls, choice, suggest } = await begin();
    await calls.choose({ ...choice, key: 'k', isOn: true, isAgreed: true });
    const name = `machine:${project}`;
    const { value } = await ctx.store.db
      .selectFrom('setting')
      .selectAll()
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    const foreign = JSON.stringify({ ...JSON.parse(value), key: 'aaaaaaaaaaaa.bbbb.cccc.dddd' });
    await ctx.store.transaction((trx) => setSetting(trx, name, foreign));
    expect(await suggest()).toMatchObject({ state: 'trouble', trouble: { rule: 'keyLost' } });
    expect(machine.seen).toEqual([]);
    await calls.choose({ ...choice, key: null, isOn: true, isAgreed: false });
    await expect.poll(suggest).toMatchObject({ state: 'done' });
    await machine.close();
  });

  it('tries a machine with a sentence of ours before anybody agreed, and says what came of it', async () => {
    const { machine, project, calls, choice } = await begin();
    expect(await calls.try({ ...choice, key: 'k' })).toMatchObject({ english: 'Hello.' });
    expect(JSON.stringify(machine.seen[0]?.body)).toContain('آفتابی');
    machine.answer(json({ error: { message: 'no such model' } }, 400));
    expect(await calls.try(choice)).toMatchObject({ trouble: { rule: 'failed', said: 'no such model' } });
    expect(await calls.ofProject({ project })).toMatchObject({ isOn: false, address: '' });
    await machine.close();
  });

  it('takes no address that nothing may be sent to, and changes nothing then', async () => {
    const { machine, project, calls, choice } = await begin();
    await calls.choose({ ...choice, isOn: true, isAgreed: true });
    for (const address of [
      'http://169.254.169.254/',
      'http://93.184.216.34',
      'localhost:8080',
      'https://u:p@example.org',
      '',
    ]) {
      const refused = await calls.choose({ ...choice, address, isOn: true, isAgreed: true });
      expect(refused).toMatchObject({ ok: false, problems: [{ rule: 'machine-address', element: 'address' }] });
    }
    expect(await calls.ofProject({ project })).toMatchObject({ isOn: true, address: machine.address });
    await machine.close();
  });
});

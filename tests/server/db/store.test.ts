import { expect, it } from 'vitest';
import { withEngines } from '../engines.ts';

withEngines((engine) => {
  it('opens an empty database with all tables', async () => {
    const { store } = await engine.context();
    expect(store.engine).toBe(engine.name);
    expect(await store.db.selectFrom('document').selectAll().execute()).toEqual([]);
  });
});

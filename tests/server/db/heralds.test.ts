import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { openPostgres } from '../../../server/db/postgres.ts';
import type { Store } from '../../../server/db/store.ts';
import { engineOf } from '../engines.ts';

describe('servers on one PostgreSQL', () => {
  const engine = engineOf('postgres');

  /** Tells until it is heard: the connection that listens may not be there yet. */
  async function met(teller: Store, heard: readonly string[], document: string): Promise<void> {
    await vi.waitFor(
      () => {
        teller.heralds.tell(document, 'mark');
        expect(heard).toContain(`${document} mark`);
      },
      { timeout: 20_000 },
    );
  }

  it('tell each other of new heads, not themselves, and again after their connections were ended', async () => {
    const { databaseUrl = '' } = await engine.place();
    const [here, there] = [await openPostgres(databaseUrl, () => {}), await openPostgres(databaseUrl, () => {})];
    const [heard, own]: [string[], string[]] = [[], []];
    here.heralds.hear((document, mark) => heard.push(`${document} ${mark}`));
    there.heralds.hear((document, mark) => own.push(`${document} ${mark}`));
    await met(there, heard, 'first');
    await there.transaction(async (trx) => {
      await sql`select pg_notify('radif_heads', 'of another program')`.execute(trx);
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'radif heralds'`.execute(trx);
    });
    await met(there, heard, 'second');
    await here.close();
    await there.close();
    expect(own).toEqual([]);
  });
});

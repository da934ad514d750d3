import { sql } from 'kysely';
import type { Reader, Writer } from './database.ts';

/** Sets a setting that nobody has set before; false where somebody has, in whatever process. */
export async function claimSetting(trx: Writer, name: string, value: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Sets a setting, whatever it was. */
export async function setSetting(trx: Writer, name: string, value: string): Promise<void> {
  await trx
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

export async function removeSetting(trx: Writer, name: string): Promise<void> {
  await trx.deleteFrom('setting').where('name', '=', name).execute();
}

export async function readSetting(reader: Reader, name: string): Promise<string | undefined> {
  const row = await reader.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

/** What follows `beginning` in the names of the settings that begin with it. */
export async function settingsUnder(reader: Reader, beginning: string): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('setting')
    .select('name')
    .where(sql<string>`substr(name, 1, ${sql.lit(beginning.length)})`, '=', beginning)
    .execute();
  return rows.map(({ name }) => name.slice(beginning.length));
}

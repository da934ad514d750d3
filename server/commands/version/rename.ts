import type { Context } from '../../context.ts';
import { renameName } from '../../db/named-version.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import type { VersionName } from './name.ts';

/** Puts `to` in place of a name of a version. */
export async function renameVersion({ store }: Context, input: VersionName & { readonly to: string }): Promise<void> {
  const found = await store.transaction((trx) => renameName(trx, input));
  if (!found) throw new UnknownRecord('name', input.name);
}

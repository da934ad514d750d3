import type { Context } from '../../context.ts';
import { deleteName } from '../../db/named-version.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import type { VersionName } from './name.ts';

/** Takes a name from a version; the version stays. */
export async function removeName({ store }: Context, { document, version, name }: VersionName): Promise<void> {
  const found = await store.transaction((trx) => deleteName(trx, document, version, name));
  if (!found) throw new UnknownRecord('name', name);
}

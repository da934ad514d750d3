import type { VersionPage } from '../../../shared/wire/version.ts';
import type { Context } from '../../context.ts';
import { checkpointsBefore } from '../../db/checkpoint.ts';
import { documentHead } from '../../db/document.ts';
import { namesBetween } from '../../db/named-version.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** The history of a document, newest first: `limit` checkpoints, and the named versions among them. The next page is
 *  the one `before` the `from` of the last checkpoint; a page with fewer checkpoints than `limit` is the last one. */
export async function listVersions(
  { store: { db } }: Context,
  {
    document,
    before,
    limit = 100,
  }: { readonly document: string; readonly before?: number | undefined; readonly limit?: number },
): Promise<VersionPage> {
  const head = await documentHead(db, document);
  if (!head) throw new UnknownRecord('document', document);
  const checkpoints = await checkpointsBefore(db, document, before, limit);
  const oldest = checkpoints.length < limit ? -1 : (checkpoints.at(-1)?.from_version ?? -1);
  const named = await namesBetween(db, document, oldest, before);
  return {
    checkpoints: checkpoints.map((row) => ({
      from: row.from_version,
      to: row.to_version,
      person: row.person,
      startedAt: row.started_at,
      endedAt: row.ended_at,
    })),
    named: named.map(({ version, name, person, at }) => ({ version, name, person, at })),
  };
}

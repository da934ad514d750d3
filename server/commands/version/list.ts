import type { HistoryEntry, VersionPage, VersionPlace } from '../../../shared/wire/version.ts';
import type { Context } from '../../context.ts';
import { checkpointAt, checkpointsBefore } from '../../db/checkpoint.ts';
import type { Reader } from '../../db/database.ts';
import { documentHead } from '../../db/document.ts';
import { namesBetween } from '../../db/named-version.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** The history of a document, newest first: `limit` entries, and the named versions among them. The next page is the one
 *  `before` the `from` of the last entry; a page with fewer entries than `limit` is the last one. No step is read. */
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
  const entries = await checkpointsBefore(db, document, before, limit);
  const oldest = entries.length < limit ? -1 : (entries.at(-1)?.from ?? -1);
  const named = await namesBetween(db, document, oldest, before);
  const told = await Promise.all(entries.map((entry) => withVersion(db, document, entry)));
  return { entries: told, named: named.map(({ version, name, person, at }) => ({ version, name, person, at })) };
}

/** Where in the history a version stands. */
export async function placeOfVersion(
  { store: { db } }: Context,
  { document, version }: { readonly document: string; readonly version: number },
): Promise<VersionPlace> {
  const head = await documentHead(db, document);
  if (!head) throw new UnknownRecord('document', document);
  const entry = version <= head.version ? await checkpointAt(db, document, version) : undefined;
  if (!entry) throw new UnknownRecord('version', `${version}`);
  const named = await namesBetween(db, document, version - 1, version);
  return { entry: await withVersion(db, document, entry), names: named.map(({ name }) => name) };
}

/** Tells of what was brought back which version it is: kept is the number of its entry, and entries are numbered without a gap. */
async function withVersion(db: Reader, document: string, entry: HistoryEntry): Promise<HistoryEntry> {
  const { number, version } = entry.about;
  if (number === undefined || version !== undefined) return entry;
  const before = await checkpointsBefore(db, document, entry.from, entry.number - number);
  return { ...entry, about: { ...entry.about, version: before.at(-1)?.to } };
}

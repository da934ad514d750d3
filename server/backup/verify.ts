import type { Problem } from '../../shared/core/problem.ts';
import { brokenLaws } from '../../shared/doc/model/law.ts';
import type { MarkedVersion } from '../../shared/wire/step.ts';
import type { Context } from '../context.ts';
import type { Reader } from '../db/database.ts';
import { documentIds } from '../db/document.ts';
import { entityNames } from '../db/entity-name.ts';
import { markOf } from '../db/mark.ts';
import { logAfter } from '../db/step.ts';
import { follows } from '../timeline/mark.ts';
import { projectionOf } from '../timeline/projection.ts';
import { tables } from './tables.ts';

/** What was looked at, and what is not as it must be. */
export interface Verified {
  readonly documents: number;
  readonly versions: number;
  readonly problems: readonly Problem[];
}

/** Looks at every document of the database: its log has no gap and is of one history, each version that has a name or a
 *  snapshot can be made again, the head keeps the laws, every mention means an entity that is there, and the rows that lists,
 *  search and exports read say what it says. Changes nothing. */
export async function verify(ctx: Context): Promise<Verified> {
  const problems: Problem[] = [];
  let versions = 0;
  const documents = await documentIds(ctx.store.db);
  for (const id of documents) {
    const say = (rule: string, message: string) =>
      problems.push({ rule, message: `Document ${id}: ${message}`, element: id });
    try {
      const found = await looked(ctx, id, say);
      versions += found.versions;
      problems.push(...found.broken.map((problem) => ({ ...problem, message: `Document ${id}: ${problem.message}` })));
    } catch (error) {
      say('document-unreadable', `it cannot be made again: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { documents: documents.length, versions, problems };
}

async function looked(
  { store: { db }, timeline }: Context,
  id: string,
  say: (rule: string, message: string) => void,
): Promise<{ readonly versions: number; readonly broken: readonly Problem[] }> {
  const document = await db
    .selectFrom('document')
    .select(['version', 'mark', 'progress', 'project_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const log = await db
    .selectFrom('step')
    .select((from) => [from.fn.countAll<number>().as('count'), from.fn.max('version').as('last')])
    .where('document_id', '=', id)
    .executeTakeFirstOrThrow();
  if (Number(log.count) !== document.version || Number(log.last ?? 0) !== document.version) {
    say('log-gap', `it is at version ${document.version}, but its log has ${log.count} steps up to ${log.last ?? 0}.`);
  }
  const misfit = await brokenChain(db, id);
  if (misfit !== null)
    say('log-chain', `step ${misfit} does not follow from the one before: it is of another history.`);
  if ((await markOf(db, id, document.version)) !== document.mark)
    say('head-mark', 'its head is not the end of its log.');
  const named = await Promise.all(
    (['snapshot', 'named_version'] as const).map((table) =>
      db.selectFrom(table).select('version').where('document_id', '=', id).execute(),
    ),
  );
  const versions = [...new Set(named.flat().map(({ version }) => version))].sort((a, b) => a - b);
  for (const version of versions) await timeline.at(db, id, version);

  const held = await timeline.at(db, id, document.version);
  const { segments, mentions, progress } = projectionOf(held);
  if (document.progress !== JSON.stringify(progress)) say('progress', 'its progress is not that of its segments.');
  for (const [table, rows] of [
    ['segment', segments],
    ['mention', mentions],
  ] as const) {
    const stored = await db.selectFrom(table).selectAll().where('document_id', '=', id).execute();
    if (told(table, stored) !== told(table, rows)) {
      say('projection', `its ${table} rows are not what the document says; "radif rebuild" makes them anew.`);
    }
  }
  const meant = [...new Set(mentions.flatMap(({ entity }) => entity ?? []))];
  const there = await entityNames(db, document.project_id, meant);
  for (const entity of meant) {
    if (there.has(entity)) continue;
    say('mention-entity', `its mentions mean the entity ${entity}, which is not there; "radif rebuild" mends that.`);
  }
  const { text, outline } = held.source;
  return { versions: versions.length + 1, broken: brokenLaws(held.doc, { text, paragraphs: outline.paragraphs }) };
}

/** The first step of a log that does not follow from the one before; `null` where each does. */
async function brokenChain(db: Reader, id: string): Promise<number | null> {
  let last: MarkedVersion = { version: 0, mark: id };
  for (;;) {
    const log = await logAfter(db, id, last.version);
    for (const step of log) {
      if (!follows(last.mark, step, step.mark)) return step.version;
      last = step;
    }
    if (log.length === 0) return null;
  }
}

/** Rows in the order of their key, their columns by name, so that two lists of them can be compared. */
function told(table: 'segment' | 'mention', rows: readonly object[]): string {
  const key: readonly string[] = tables[table];
  const all = rows.map((row) => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));
  const place = (row: Readonly<Record<string, unknown>>) => JSON.stringify(key.map((column) => row[column]));
  return JSON.stringify(all.sort((a, b) => (place(a) < place(b) ? -1 : 1)));
}

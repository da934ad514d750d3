import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describeMention } from '../../../shared/doc/edit/mention.ts';
import { changedMentionNodes } from '../../../shared/doc/model/difference.ts';
import { mentionAttrs } from '../../../shared/doc/model/schema.ts';
import { nameKey } from '../../../shared/names/entity/name.ts';
import { entityProblems } from '../../../shared/names/entity/problems.ts';
import type { BegunEntity } from '../../../shared/wire/push.ts';
import type { Context } from '../../context.ts';
import type { Writer } from '../../db/database.ts';
import { becameOf, beginEntity, rewriteEntity, shareEntities } from '../../db/entity.ts';
import { labelsOf } from '../../db/label.ts';
import type { MentionRow } from '../../db/mention.ts';

/** Adds the entities that came with the mentions of them. A record that the registry does not take is left out: its mentions come
 *  to mean none. Gives how many are new. */
export async function addBegun(
  { now, person }: Context,
  trx: Writer,
  project: string,
  begun: readonly BegunEntity[],
): Promise<number> {
  if (begun.length === 0) return 0;
  const labels = await labelsOf(trx, project);
  let added = 0;
  for (const { id, record } of begun) {
    if (entityProblems(record, labels).length > 0) continue;
    const by = { cause: 'created', person, at: now() } as const;
    if (await beginEntity(trx, project, { id, ...record }, by)) added += 1;
  }
  return added;
}

/** The steps by which mentions that mean an entity that is not there come to mean what that has become, or none; `null` where all
 *  are there, and nobody can take one out before the transaction has ended. Only mentions that differ from `before` are looked
 *  at, all of them where that is `null`. */
export async function meaningRepair(
  trx: Writer,
  project: string,
  before: Node | null,
  doc: Node,
): Promise<Transform | null> {
  const stretch = changedMentionNodes(before, doc);
  const was = new Set(stretch.was);
  const fresh = stretch.now.filter((node) => !was.has(node)).map(mentionAttrs);
  const ids = new Set(fresh.flatMap(({ entity }) => (entity === null ? [] : [entity])));
  if (ids.size === 0) return null;
  const there = await shareEntities(trx, project, [...ids]);
  const gone = fresh.filter(({ entity }) => entity !== null && !there.has(entity));
  if (gone.length === 0) return null;
  const became = new Map<string, string | null>();
  for (const { entity } of gone) {
    if (entity !== null && !became.has(entity)) became.set(entity, await becameOf(trx, project, entity));
  }
  const tr = new Transform(doc);
  for (const { id, entity } of gone) describeMention(tr, id, { entity: became.get(entity ?? '') ?? null });
  return tr;
}

/** Gives entities without an English name the one that stands in the text: that of an accepted mention which has one of their
 *  Persian names. Gives how many got one. */
export async function nameFromText(
  { now, person }: Context,
  trx: Writer,
  project: string,
  rows: readonly MentionRow[],
): Promise<number> {
  const linked = rows.filter(({ entity, state, surface, rendering }) => {
    return entity !== null && state === 'accepted' && surface !== '' && nameKey(rendering) !== '';
  });
  const ids = new Set(linked.flatMap(({ entity }) => entity ?? []));
  if (ids.size === 0) return 0;
  let named = 0;
  for (const [id, entity] of await shareEntities(trx, project, [...ids])) {
    if (entity.en !== '') continue;
    const own = new Set([entity.fa, ...entity.faOther.map(({ name }) => name)].map(nameKey));
    const found = linked.find((row) => row.entity === id && own.has(nameKey(row.surface)));
    if (!found) continue;
    const by = { cause: 'linked', person, at: now() } as const;
    await rewriteEntity(trx, project, { ...entity, en: found.rendering }, by);
    named += 1;
  }
  return named;
}

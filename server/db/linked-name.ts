import type { Span } from '../../shared/core/span.ts';
import type { KnownName, WantedName } from '../../shared/memory/score/names.ts';
import type { EntityRecord } from '../../shared/names/entity/entity.ts';
import { nameKey } from '../../shared/names/entity/name.ts';
import type { Reader } from './database.ts';
import { entityNames } from './entity-name.ts';
import type { UnitRow } from './memory.ts';

/** A segment that names are wanted of; `text` is its Persian, `rendering` its English where that matters. */
interface Place {
  readonly segment: string;
  readonly text: string;
  readonly rendering?: string;
}

/** A linked name, by the segment that it stands in; offsets are of that. */
interface Linked extends Span {
  readonly segment: string;
  readonly mention: string;
  readonly entity: string;
  readonly english: Span | null;
}

/** The names of a segment that are linked with entities, with what these are to be called. None where its text is another by now. */
export async function namesWanted(
  reader: Reader,
  place: { readonly project: string; readonly text: string } & {
    readonly document?: string | undefined;
    readonly segment?: string | undefined;
  },
): Promise<readonly WantedName[]> {
  const { project, document, segment, text } = place;
  if (document === undefined || segment === undefined) return [];
  const linked = await linkedIn(reader, document, [{ segment, text }]);
  if (linked.length === 0) return [];
  const names = await entityNames(reader, project, [...new Set(linked.map(({ entity }) => entity))]);
  return linked.map(({ from, to, mention, entity }) => ({
    ...{ from, to, mention, entity },
    english: names.get(entity)?.en ?? '',
  }));
}

/** The linked names of units that segments gave, by their numbers. */
export async function namesOfUnits(
  reader: Reader,
  units: readonly UnitRow[],
): Promise<ReadonlyMap<number, readonly KnownName[]>> {
  const places = new Map<string, Place[]>();
  for (const { document_id: document, segment, source: text, target: rendering } of units) {
    if (document === null || segment === null) continue;
    places.set(document, [...(places.get(document) ?? []), { segment, text, rendering }]);
  }
  const bySegment = new Map<string, Linked[]>();
  for (const [document, all] of places) {
    for (const name of await linkedIn(reader, document, all)) {
      const key = `${document} ${name.segment}`;
      bySegment.set(key, [...(bySegment.get(key) ?? []), name]);
    }
  }
  return new Map(
    units.map(({ number, document_id, segment }) => [number, bySegment.get(`${document_id} ${segment}`) ?? []]),
  );
}

/** Those of `units` that were said before the record of an entity in them was changed, and call it otherwise than the record does now. */
export async function unitsWithOldNames(
  reader: Reader,
  project: string,
  units: readonly UnitRow[],
): Promise<ReadonlySet<UnitRow>> {
  const own = units.filter(({ document_id, segment }) => document_id !== null && segment !== null);
  const known = await namesOfUnits(reader, own);
  const ids = new Set([...known.values()].flatMap((names) => names.map(({ entity }) => entity)));
  if (ids.size === 0) return new Set();
  const rows = await reader
    .selectFrom('entity')
    .select(['id', 'record', 'changed_at'])
    .where('project_id', '=', project)
    .where('id', 'in', [...ids])
    .where('revision', '>', 1)
    .where('removed_at', 'is', null)
    .execute();
  const changed = new Map(
    rows.map(({ id, record, changed_at }) => [id, { at: Number(changed_at), names: english(record) }]),
  );
  const isOld = ({ number, at, target }: UnitRow) =>
    known.get(number)?.some(({ entity, english }) => {
      const record = changed.get(entity);
      if (record === undefined || english === null || record.at < Number(at)) return false;
      return !record.names.has(nameKey(target.slice(english.from, english.to)));
    });
  return new Set(own.filter(isOld));
}

/** The keys of the English names that a record allows. */
function english(record: string): ReadonlySet<string> {
  const { en, enOther } = JSON.parse(record) as EntityRecord;
  const others = enOther.filter(({ use }) => use !== 'forbidden' && use !== 'historical').map(({ name }) => name);
  return new Set([en, ...others].map(nameKey));
}

/** The accepted mentions with an entity in the Persian of segments of a document; of those within others, the outer ones. */
async function linkedIn(reader: Reader, document: string, places: readonly Place[]): Promise<readonly Linked[]> {
  const ids = places.map(({ segment }) => segment);
  const segments = await reader
    .selectFrom('segment')
    .select(['id', 'source_from', 'source_to', 'source', 'rendering'])
    .where('document_id', '=', document)
    .where('id', 'in', ids)
    .execute();
  const linked: Linked[] = [];
  for (const { segment, text, rendering } of places) {
    const row = segments.find(({ id }) => id === segment);
    if (row === undefined || row.source !== text || row.rendering !== (rendering ?? row.rendering)) continue;
    const mentions = await reader
      .selectFrom('mention')
      .selectAll()
      .where('document_id', '=', document)
      .where('source_from', '>=', row.source_from)
      .where('source_from', '<', row.source_to)
      .where('state', '=', 'accepted')
      .where('entity', 'is not', null)
      .orderBy('source_from')
      .orderBy('source_to', 'desc')
      .execute();
    let end = 0;
    for (const { id, entity, source_from, source_to, segment: home, rendering_from, rendering_to } of mentions) {
      if (entity === null || source_from === null || source_to === null || source_to > row.source_to) continue;
      const { from, to } = { from: source_from - row.source_from, to: source_to - row.source_from };
      if (from < end) continue;
      end = to;
      const isHere = home === segment && rendering_from !== null && rendering_to !== null;
      const english = isHere ? { from: rendering_from, to: rendering_to } : null;
      linked.push({ segment, mention: id, entity, from, to, english });
    }
  }
  return linked;
}

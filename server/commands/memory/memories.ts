import { setImmediate as turn } from 'node:timers/promises';
import { foldKey } from '../../../shared/language/characters/fold.ts';
import type { Context } from '../../context.ts';
import {
  deleteMemory,
  dropSomeUnits,
  type MemoryChange,
  type MemoryRow,
  memoriesOf,
  memoryById,
  nextRevision,
  putUnits,
  type UnitRow,
  unitsAfter,
  unitsByNumber,
  updateMemory,
} from '../../db/memory.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** A memory as people see it. */
export interface MemoryView {
  readonly id: string;
  /** That of the project itself is fed by what is confirmed. */
  readonly isOwn: boolean;
  readonly isShared: boolean;
  /** `''` for the project's own. */
  readonly name: string;
  readonly priority: number;
  readonly penalty: number;
  readonly isOn: boolean;
  readonly isReadOnly: boolean;
  readonly units: number;
  readonly createdAt: number;
}

/** The memories that a project looks into, its own first. */
export async function listMemories(
  { store }: Context,
  { project }: { readonly project: string },
): Promise<readonly MemoryView[]> {
  if (!(await projectById(store.db, project))) throw new UnknownRecord('project', project);
  return (await memoriesOf(store.db, project)).map(viewOf);
}

function viewOf(row: MemoryRow): MemoryView {
  return {
    id: row.id,
    isOwn: row.kind === 'project',
    isShared: row.project_id === null,
    name: row.name,
    priority: row.priority,
    penalty: row.penalty,
    isOn: row.is_on === 1,
    isReadOnly: row.read_only === 1,
    units: Number(row.units),
    createdAt: Number(row.created_at),
  };
}

/** What may be changed of a memory; what is left out stays. */
export interface MemorySettings {
  readonly id: string;
  readonly name?: string | undefined;
  readonly priority?: number | undefined;
  readonly penalty?: number | undefined;
  readonly isOn?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
}

export async function changeMemory({ store }: Context, { id, ...said }: MemorySettings): Promise<void> {
  const set: MemoryChange = {
    ...(said.name !== undefined && { name: said.name }),
    ...(said.priority !== undefined && { priority: said.priority }),
    ...(said.penalty !== undefined && { penalty: said.penalty }),
    ...(said.isOn !== undefined && { is_on: said.isOn ? 1 : 0 }),
    ...(said.isReadOnly !== undefined && { read_only: said.isReadOnly ? 1 : 0 }),
  };
  if (Object.keys(set).length === 0) return;
  const changed = await store.transaction((trx) => updateMemory(trx, id, set));
  if (!changed) throw new UnknownRecord('memory', id);
}

/** Units taken away in one transaction: others write in between. */
const AT_ONCE = 2000;

/** Removes an imported memory with all of its units. The project's own stays: it is what is confirmed. */
export async function removeMemory(ctx: Context, { id }: { readonly id: string }): Promise<void> {
  const memory = await memoryById(ctx.store.db, id);
  if (!memory || memory.kind === 'project') throw new UnknownRecord('memory', id);
  await ctx.store.transaction((trx) => updateMemory(trx, id, { kind: 'coming', is_on: 0 }));
  await dropMemory(ctx, id);
}

/** Takes away a memory that nobody sees. */
export async function dropMemory({ store }: Context, id: string): Promise<void> {
  while (await store.transaction((trx) => dropSomeUnits(trx, id, AT_ONCE)));
  await store.transaction((trx) => deleteMemory(trx, id));
}

/** A unit as people see it. */
export interface UnitView {
  readonly number: number;
  readonly source: string;
  readonly target: string;
  readonly document: string | null;
  readonly segment: string | null;
  readonly person: string;
  readonly at: number;
}

/** Units told at once, and units looked through for them. */
const TOLD = 100;
const LOOKED = 20_000;
const STEP = 1000;

/** The units of a memory behind a number that hold a text on either side as search folds it; all of them for an empty one. `next` is where
 *  to go on; `null` at the end. */
export async function searchUnits(
  { store }: Context,
  { memory, text, after = -1 }: { readonly memory: string; readonly text: string; readonly after?: number | undefined },
): Promise<{ readonly units: readonly UnitView[]; readonly next: number | null }> {
  if (!(await memoryById(store.db, memory))) throw new UnknownRecord('memory', memory);
  const key = foldKey(text, 'search').trim();
  const units: UnitView[] = [];
  let at = after;
  for (let looked = 0; looked < LOOKED; looked += STEP) {
    const rows = await unitsAfter(store.db, memory, at, key === '' ? TOLD : STEP);
    for (const row of rows) {
      at = row.number;
      const isFound = key === '' || [row.source, row.target].some((side) => foldKey(side, 'search').includes(key));
      if (isFound) units.push(unitView(row));
      if (units.length >= TOLD) return { units, next: at };
    }
    if (rows.length < (key === '' ? TOLD : STEP)) return { units, next: null };
    await turn();
  }
  return { units, next: at };
}

function unitView(row: UnitRow): UnitView {
  const { number, source, target, document_id: document, segment, person, at } = row;
  return { number, source, target, document, segment, person, at: Number(at) };
}

/** What may become of a unit. */
export type UnitChanged = { readonly ok: true } | { readonly ok: false; readonly reason: 'read-only' | 'gone' };

/** Mends a unit, or takes it away where there is no `mended`. Units of the project's own memory change with their segments alone. */
export async function changeUnit(
  { store, now, person }: Context,
  {
    memory,
    number,
    mended,
  }: { readonly memory: string; readonly number: number; readonly mended: Pick<UnitRow, 'source' | 'target'> | null },
): Promise<UnitChanged> {
  return store.transaction(async (trx): Promise<UnitChanged> => {
    const row = await memoryById(trx, memory);
    if (!row) throw new UnknownRecord('memory', memory);
    if (row.read_only === 1 || row.kind !== 'imported') return { ok: false, reason: 'read-only' };
    const [unit] = await unitsByNumber(trx, memory, [number]);
    if (!unit) return { ok: false, reason: 'gone' };
    const at = now();
    const { revision } = await nextRevision(trx, memory, { more: mended === null ? -1 : 0, numbers: 0, at });
    const texts = mended ?? { source: '', target: '' };
    await putUnits(trx, [{ ...unit, ...texts, revision, person, at, removed: mended === null ? 1 : 0 }]);
    return { ok: true };
  });
}

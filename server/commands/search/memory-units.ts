import type { Checked, Problem } from '../../../shared/core/problem.ts';
import type { Span } from '../../../shared/core/span.ts';
import type { Context } from '../../context.ts';
import { memoriesOf, unitsAfter } from '../../db/memory.ts';
import { hitsOf, problemsOf, type Search } from './seek.ts';

/** A unit of a memory: the unit behind which to go on. */
export interface UnitPlace {
  readonly memory: string;
  readonly number: number;
}

/** A unit that meets a search; the spans count in its texts. */
export interface FoundUnit extends UnitPlace {
  /** What its memory is called. */
  readonly name: string;
  readonly source: string;
  readonly rendering: string;
  readonly fa: readonly Span[];
  readonly en: readonly Span[];
}

export interface FoundUnits {
  readonly units: readonly FoundUnit[];
  /** Where to go on; `null` at the end. */
  readonly next: UnitPlace | null;
}

/** Units told at once, looked through for them, and read at once. */
const TOLD = 50;
const LOOKED = 20_000;
const STEP = 400;

/** The units of the imported memories of a project, those that are looked into, that meet a search. What the project itself has
 *  confirmed is found in its documents. */
export async function searchMemories(
  ctx: Context,
  { search, after }: { readonly search: Search; readonly after: UnitPlace | null },
): Promise<Checked<FoundUnits>> {
  const problems: readonly Problem[] = problemsOf(search);
  if (problems.length > 0) return { ok: false, problems };
  const { db } = ctx.store;
  const all = (await memoriesOf(db, search.project)).filter(({ kind, is_on }) => kind === 'imported' && is_on === 1);
  const begun = after === null ? 0 : all.findIndex(({ id }) => id === after.memory);
  const units: FoundUnit[] = [];
  let looked = 0;
  for (const { id: memory, name } of begun < 0 ? [] : all.slice(begun)) {
    let at = after?.memory === memory ? after.number : -1;
    for (;;) {
      if (looked >= LOOKED || units.length >= TOLD) return { ok: true, value: { units, next: { memory, number: at } } };
      const rows = await unitsAfter(db, memory, at, STEP);
      const pairs = rows.map(({ source, target }) => ({ source, rendering: target }));
      const hits = await hitsOf(ctx, pairs, search);
      if (!hits.ok) return hits;
      for (const [index, { number, source, target }] of rows.entries()) {
        const met = hits.value[index];
        if (!met) continue;
        const spans = { fa: met.fa.map(spanOf), en: met.en.map(spanOf) };
        units.push({ memory, number, name, source, rendering: target, ...spans });
      }
      looked += rows.length;
      at = rows.at(-1)?.number ?? at;
      if (rows.length < STEP) break;
    }
  }
  return { ok: true, value: { units, next: null } };
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}

import type { EntityNames } from '../../shared/formats/corpus/row.ts';
import type { ReleasedDocument, ReleaseRecipe } from '../../shared/release/recipe.ts';
import { checkedDocument, projectChecks } from '../commands/finding/checked.ts';
import type { Context } from '../context.ts';
import { dismissalsOf } from '../db/dismissal.ts';
import { namesAtRevisions, revisedNames } from '../db/entity-name.ts';
import type { NamesOf } from '../export/rows.ts';

/** What a release takes from beside its documents, and what of it was used so far, as the recipe writes it down. */
export interface ReleaseSources {
  readonly names: NamesOf;
  /** The segments of a document that the checks find something in. */
  findings(document: ReleasedDocument): Promise<ReadonlySet<string>>;
  readonly used: {
    readonly entities: () => ReleaseRecipe['entities'];
    readonly findings: () => ReleaseRecipe['findings'];
  };
}

/** The registry and the checks as they are now, for a release that is made for the first time. */
export function sourcesOfToday(ctx: Context, recipe: ReleaseRecipe): ReleaseSources {
  const { db } = ctx.store;
  const project = recipe.project.id;
  const revisions = new Map<string, number>();
  const found = new Map<string, readonly string[]>();
  let by: ReturnType<typeof projectChecks> | null = null;
  const names = remembered(async (ids) => {
    const revised = await revisedNames(db, project, ids);
    for (const [id, { revision }] of revised) revisions.set(id, revision);
    return new Map([...revised].map(([id, { fa, en }]) => [id, { fa, en }]));
  });
  return {
    names,
    async findings({ id, version }) {
      if (!recipe.filters.clean) return new Set();
      by ??= projectChecks(ctx, project);
      const held = await ctx.timeline.at(db, id, version);
      const answered = new Set((await dismissalsOf(db, id)).map(({ subject }) => subject));
      const all = await checkedDocument(held, await by);
      // A hint is a question of taste: it keeps nothing out.
      const open = all.filter(({ id, severity }) => severity !== 'hint' && !answered.has(id));
      const segments = new Set(open.flatMap(({ segment }) => segment ?? []));
      if (segments.size > 0) found.set(id, [...segments].sort());
      return segments;
    },
    used: { entities: () => byKey(revisions), findings: () => byKey(found) },
  };
}

/** The same as a release was made with. */
export function sourcesOf(ctx: Context, recipe: ReleaseRecipe): ReleaseSources {
  const { db } = ctx.store;
  const revisions = new Map(Object.entries(recipe.entities));
  return {
    names: remembered((ids) => namesAtRevisions(db, recipe.project.id, ids, revisions)),
    async findings({ id }) {
      return new Set(recipe.findings[id] ?? []);
    },
    used: { entities: () => recipe.entities, findings: () => recipe.findings },
  };
}

/** Each entity is looked up once, so that all of a release calls it the same. */
function remembered(look: NamesOf): NamesOf {
  const known = new Map<string, EntityNames | null>();
  return async (ids) => {
    const open = ids.filter((id) => !known.has(id));
    if (open.length > 0) {
      const found = await look(open);
      for (const id of open) known.set(id, found.get(id) ?? null);
    }
    return new Map(ids.flatMap((id) => (known.get(id) ? [[id, known.get(id) as EntityNames] as const] : [])));
  };
}

function byKey<Value>(map: ReadonlyMap<string, Value>): Readonly<Record<string, Value>> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

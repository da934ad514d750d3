import type { Checked, Problem } from '../../shared/core/problem.ts';
import { product } from '../../shared/core/product.ts';
import type { ReleaseManifest } from '../../shared/release/manifest.ts';
import type { EarlierRelease, ReleasedDocument, ReleaseRecipe } from '../../shared/release/recipe.ts';
import { divide, type Split } from '../../shared/release/splits.ts';
import { type ListedDocument, listDocuments } from '../commands/document/list.ts';
import type { Context } from '../context.ts';
import { insertJob, openJobs } from '../db/job.ts';
import { labelsOf } from '../db/label.ts';
import { markOf } from '../db/mark.ts';
import { projectById } from '../db/project.ts';
import { latestRelease, releasesOf } from '../db/release.ts';
import { changesByPerson } from '../db/step.ts';
import { UnknownRecord } from '../db/unknown.ts';
import type { ReleaseOrder } from './order.ts';

/** What a job that makes a release is written down with. */
export interface ReleaseInput {
  readonly recipe: ReleaseRecipe;
  /** Pseudonyms by person: those of the release before, and new ones. */
  readonly people: Readonly<Record<string, string>>;
}

/** Writes down a job that makes a release. From here on it is settled which version of each document is in it, in which split, under
 *  which title, and who contributed; whatever is changed afterwards, the release does not. Gives its id, which is the job's. */
export async function beginRelease(ctx: Context, order: ReleaseOrder): Promise<Checked<{ job: string }>> {
  const { db } = ctx.store;
  const project = await projectById(db, order.project);
  if (!project) throw new UnknownRecord('project', order.project);
  const problem = await nameProblem(ctx, order);
  if (problem) return { ok: false, problems: [problem] };
  const chosen = await chosenDocuments(ctx, order);
  if (!chosen.ok) return chosen;
  const latest = await latestRelease(db, order.project);
  const previous = latest ? earlier(JSON.parse(latest.manifest) as ReleaseManifest) : null;
  const documents = divided(chosen.value, order, previous);
  const people = latest ? (JSON.parse(latest.people) as Record<string, string>) : {};
  const contributors = await contributorsOf(ctx, documents, people);
  const id = ctx.newId();
  const recipe: ReleaseRecipe = {
    id,
    name: order.name,
    project: { id: project.id, name: project.name },
    at: ctx.now(),
    tool: product.version,
    documents,
    filters: order.filters,
    duplicates: order.duplicates,
    seed: order.seed,
    splits: order.splits,
    formats: [...new Set(order.formats)],
    fa: order.fa,
    en: order.en,
    licence: order.licence,
    labels: (await labelsOf(db, project.id)).map(({ id, fa, en }) => ({ id, fa, en })),
    contributors,
    entities: {},
    findings: {},
    previous,
  };
  const input: ReleaseInput = { recipe, people };
  const job = { id, project: project.id, kind: 'release', input, parts: [null], person: ctx.person, at: ctx.now() };
  await ctx.store.transaction((trx) => insertJob(trx, job));
  ctx.wakeJobs();
  return { ok: true, value: { job: id } };
}

/** A name stands for one release, made or being made. */
async function nameProblem(ctx: Context, { project, name }: ReleaseOrder): Promise<Problem | null> {
  const made = await releasesOf(ctx.store.db, project);
  const making = await openJobs(ctx.store.db, project, ['release']);
  const names = [
    ...made.map((each) => each.name),
    ...making.map(({ input }) => (JSON.parse(input) as ReleaseInput).recipe.name),
  ];
  return names.includes(name) ? takenName(name) : null;
}

/** There is a release of that name. */
export function takenName(name: string): Problem {
  return {
    rule: 'release.name',
    message: `The project has a release "${name}". Give this one another name; a release never changes.`,
    element: 'name',
    values: { name },
  };
}

interface Chosen {
  readonly document: ListedDocument;
  readonly version: number;
  readonly mark: string | null;
}

/** The documents of an order, in the order of their ids, at the versions that they are released at. */
async function chosenDocuments(
  ctx: Context,
  { project, documents }: ReleaseOrder,
): Promise<Checked<readonly Chosen[]>> {
  const known = await listDocuments(ctx, { project });
  const wanted = new Map(documents?.map(({ id, version }) => [id, version]) ?? known.map(({ id }) => [id, null]));
  const byId = new Map(known.map((document) => [document.id, document]));
  const problems: Problem[] = [];
  const chosen: Chosen[] = [];
  for (const [id, version] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const document = byId.get(id);
    const at = version ?? document?.version ?? 0;
    const mark = document && at <= document.version ? await markOf(ctx.store.db, id, at) : undefined;
    if (document && mark !== undefined) chosen.push({ document, version: at, mark });
    else problems.push(document ? noVersion(document, at) : noDocument(id));
  }
  if (problems.length === 0 && chosen.length === 0) {
    problems.push({ rule: 'release.empty', message: 'The project has no document to release. Import one first.' });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: chosen };
}

function noDocument(id: string): Problem {
  const message = `The project has no document "${id}", or it was put away. Choose among those that it has.`;
  return { rule: 'release.document', message, element: id, values: { id } };
}

function noVersion({ id, title, version: head }: ListedDocument, version: number): Problem {
  const message = `"${title}" has no version ${version}; its newest one is ${head}.`;
  return { rule: 'release.version', message, element: id, values: { title, version, head } };
}

function divided(
  chosen: readonly Chosen[],
  { splits, seed, filters }: ReleaseOrder,
  previous: EarlierRelease | null,
): readonly ReleasedDocument[] {
  const before = new Map(previous?.documents.map(({ id, split }) => [id, split]));
  const split = splits
    ? divide(
        chosen.map(({ document }) => ({
          id: document.id,
          segments: filters.states.reduce((sum, state) => sum + document.progress.byStatus[state], 0),
          before: before.get(document.id),
        })),
        splits,
        seed,
      )
    : new Map<string, Split>();
  return chosen.map(({ document: { id, title }, version, mark }) => ({
    id,
    title,
    version,
    mark,
    split: split.get(id) ?? null,
  }));
}

/** Who changed the documents up to these versions, by pseudonym; one that somebody has not got yet is put into `people`. */
async function contributorsOf(
  ctx: Context,
  documents: readonly ReleasedDocument[],
  people: Record<string, string>,
): Promise<ReleaseRecipe['contributors']> {
  const changes = new Map<string, number>();
  for (const { id, version } of documents) {
    for (const each of await changesByPerson(ctx.store.db, id, version)) {
      people[each.person] ??= `contributor-${Object.keys(people).length + 1}`;
      const name = people[each.person] ?? '';
      changes.set(name, (changes.get(name) ?? 0) + each.changes);
    }
  }
  return [...changes]
    .map(([name, count]) => ({ name, changes: count }))
    .sort((a, b) => b.changes - a.changes || (a.name < b.name ? -1 : 1));
}

function earlier({ recipe, statistics }: ReleaseManifest): EarlierRelease {
  return { id: recipe.id, name: recipe.name, documents: recipe.documents, statistics };
}

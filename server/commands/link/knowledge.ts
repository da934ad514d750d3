import type { ConfirmedPair } from '../../../shared/alignment/learning/learn.ts';
import type { LearnedTable } from '../../../shared/alignment/learning/learned.ts';
import type { Known } from '../../apart/known.ts';
import type { Context } from '../../context.ts';
import { entitiesOf } from '../../db/entity.ts';
import { confirmedSegments, projectStamp } from '../../db/link.ts';
import { readStoredLinks } from '../../timeline/stored-links.ts';

/** The last confirmed segments of a project from which it learns. More would take longer than an answer may. */
const MOST = 3000;

interface Learned {
  readonly stamp: string;
  readonly table: Promise<LearnedTable>;
}

/** What each store's projects have learned, as long as nothing in them changes. */
const known = new WeakMap<Context['store'], Map<string, Learned>>();

/** Which words stand for each other in a project, learned from its confirmed segments and the sure links in them. Who asks
 *  meanwhile waits for the same answer. */
export async function learnedWords(ctx: Context, project: string): Promise<LearnedTable> {
  const stamp = await projectStamp(ctx.store.db, project);
  const projects = known.get(ctx.store) ?? new Map<string, Learned>();
  known.set(ctx.store, projects);
  const before = projects.get(project);
  if (before?.stamp === stamp) return before.table;
  const learned: Learned = { stamp, table: learnFrom(ctx, project) };
  projects.set(project, learned);
  learned.table.catch(() => projects.get(project) === learned && projects.delete(project));
  return learned.table;
}

async function learnFrom({ store, apart }: Context, project: string): Promise<LearnedTable> {
  const pairs: ConfirmedPair[] = [];
  for await (const { fa, en, links } of confirmedSegments(store.db, { project })) {
    const sure = readStoredLinks(links).links.filter((link) => link.sure);
    pairs.push({ source: fa, target: en, links: sure.map((link) => ({ source: link.fa, target: link.en })) });
    if (pairs.length > 2 * MOST) pairs.splice(0, pairs.length - MOST);
  }
  return pairs.length === 0 ? [] : apart.run('learn', pairs.slice(-MOST));
}

/** All that a project knows of names and words, for who aligns texts or links words. */
export async function wordKnowledge(ctx: Context, project: string): Promise<Known> {
  return { entities: await entitiesOf(ctx.store.db, project), learned: await learnedWords(ctx, project) };
}

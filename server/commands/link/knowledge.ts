import type { Knowledge } from '../../../shared/alignment/evidence/partners.ts';
import { type ConfirmedPair, learn } from '../../../shared/alignment/learning/learn.ts';
import { type LearnedTable, learnedLexicon } from '../../../shared/alignment/learning/learned.ts';
import { builtInGazetteer } from '../../../shared/names/gazetteer/gazetteer.ts';
import { nameLexicon } from '../../../shared/names/lexicon/name-lexicon.ts';
import { registryOf } from '../../../shared/names/registry/registry.ts';
import type { Context } from '../../context.ts';
import { entitiesOf } from '../../db/entity.ts';
import { confirmedSegments, projectStamp } from '../../db/link.ts';
import { readStoredLinks } from '../../timeline/stored-links.ts';

/** The last confirmed segments of a project from which it learns. More would take longer than an answer may. */
const MOST = 3000;

interface Learned {
  readonly stamp: string;
  readonly table: LearnedTable;
}

/** What each store's projects have learned, as long as nothing in them changes. */
const known = new WeakMap<Context['store'], Map<string, Learned>>();

/** Which words stand for each other in a project, learned from its confirmed segments and the sure links in them. */
export async function learnedWords({ store }: Context, project: string): Promise<LearnedTable> {
  const stamp = await projectStamp(store.db, project);
  const projects = known.get(store) ?? new Map<string, Learned>();
  known.set(store, projects);
  const before = projects.get(project);
  if (before?.stamp === stamp) return before.table;
  const pairs: ConfirmedPair[] = [];
  for await (const { fa, en, links } of confirmedSegments(store.db, { project })) {
    const sure = readStoredLinks(links).links.filter((link) => link.sure);
    pairs.push({ source: fa, target: en, links: sure.map((link) => ({ source: link.fa, target: link.en })) });
    if (pairs.length > 2 * MOST) pairs.splice(0, pairs.length - MOST);
  }
  const table = learn(pairs.slice(-MOST));
  projects.set(project, { stamp, table });
  return table;
}

/** All that links are suggested from in a project. */
export async function linkKnowledge(ctx: Context, project: string): Promise<Knowledge> {
  const registry = registryOf(await entitiesOf(ctx.store.db, project));
  return {
    names: nameLexicon(registry, builtInGazetteer()),
    learned: learnedLexicon(await learnedWords(ctx, project)),
  };
}

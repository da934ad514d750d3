import type { Knowledge } from '../../../shared/alignment/evidence/partners.ts';
import { type ConfirmedPair, learn } from '../../../shared/alignment/learning/learn.ts';
import { type LearnedTable, learnedLexicon } from '../../../shared/alignment/learning/learned.ts';
import { countWords } from '../../../shared/language/words/token.ts';
import { builtInGazetteer } from '../../../shared/names/gazetteer/gazetteer.ts';
import { nameLexicon } from '../../../shared/names/lexicon/name-lexicon.ts';
import { registryOf } from '../../../shared/names/registry/registry.ts';
import type { Context } from '../../context.ts';
import { entitiesOf } from '../../db/entity.ts';
import { confirmedSegments, projectStamp } from '../../db/link.ts';
import { readStoredLinks } from '../../timeline/stored-links.ts';

/** So many pairs of words are learned from: the last confirmed segments, some four hundred of them. Learning takes time that
 *  grows with these pairs, about 0.3 s for so many, in which the server answers nobody. */
const MOST = 200_000;

/** More segments than that are not held while they are read. */
const HELD = 5000;

/** What was learned is good for so many milliseconds, whatever is confirmed meanwhile. */
const GOOD_FOR = 120_000;

interface Learned {
  readonly stamp: string;
  readonly at: number;
  readonly table: LearnedTable;
}

/** What each store's projects have learned, as long as nothing in them changes. */
const known = new WeakMap<Context['store'], Map<string, Learned>>();

/** Which words stand for each other in a project, learned from its confirmed segments and the sure links in them. */
export async function learnedWords({ store, now }: Context, project: string): Promise<LearnedTable> {
  const stamp = await projectStamp(store.db, project);
  const projects = known.get(store) ?? new Map<string, Learned>();
  known.set(store, projects);
  const before = projects.get(project);
  if (before && (before.stamp === stamp || now() - before.at < GOOD_FOR)) return before.table;
  const pairs: ConfirmedPair[] = [];
  for await (const { fa, en, links } of confirmedSegments(store.db, { project })) {
    const sure = readStoredLinks(links).links.filter((link) => link.sure);
    pairs.push({ source: fa, target: en, links: sure.map((link) => ({ source: link.fa, target: link.en })) });
    if (pairs.length > 2 * HELD) pairs.splice(0, pairs.length - HELD);
  }
  const table = learn(lastOf(pairs));
  projects.set(project, { stamp, at: now(), table });
  return table;
}

/** The last pairs of segments that have as many pairs of words as are learned from. */
function lastOf(pairs: readonly ConfirmedPair[]): readonly ConfirmedPair[] {
  let words = 0;
  const first = pairs.findLastIndex(({ source, target }) => {
    words += countWords(source) * countWords(target);
    return words > MOST;
  });
  return pairs.slice(first + 1);
}

/** All that links are suggested from in a project. */
export async function linkKnowledge(ctx: Context, project: string): Promise<Knowledge> {
  const registry = registryOf(await entitiesOf(ctx.store.db, project));
  return {
    names: nameLexicon(registry, builtInGazetteer()),
    learned: learnedLexicon(await learnedWords(ctx, project)),
  };
}

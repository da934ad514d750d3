import { namesOf } from '../../../shared/names/entity/entity.ts';
import { glossaryOf } from '../../../shared/terms/glossary.ts';
import { type ProposedTerm, phraseKey, termProposals } from '../../../shared/terms/proposed.ts';
import type { Context } from '../../context.ts';
import { entitiesOf } from '../../db/entity.ts';
import { confirmedSegments } from '../../db/link.ts';
import { projectById } from '../../db/project.ts';
import { removeSetting, setSetting, settingsUnder } from '../../db/setting.ts';
import { termsOf } from '../../db/term.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { readStoredLinks } from '../../timeline/stored-links.ts';

/** Terms that are told at once. */
const MOST = 200;

/** Terms that the confirmed segments of a project propose by the sure links between their words; none that the glossary or the registry
 *  has, and none that was refused. */
export async function proposeTerms(
  { store: { db } }: Context,
  { project }: { readonly project: string },
): Promise<{ readonly terms: readonly ProposedTerm[]; readonly more: number }> {
  if (!(await projectById(db, project))) throw new UnknownRecord('project', project);
  const proposals = termProposals();
  for await (const { fa, en, links } of confirmedSegments(db, { project })) {
    proposals.add({ fa, en, links: readStoredLinks(links).links.filter(({ sure }) => sure) });
  }
  const glossary = glossaryOf(await termsOf(db, project));
  const entities = await entitiesOf(db, project);
  const taken = new Set([
    ...(await settingsUnder(db, refusals(project))),
    ...entities.flatMap((entity) => namesOf(entity, 'fa').map(({ name }) => phraseKey(name))),
  ]);
  const isKnown = (fa: string) => glossary.find(fa).some(({ from, to }) => from === 0 && to === fa.length);
  const terms = proposals.proposed().filter(({ forms, fa }) => !forms.some((form) => taken.has(form)) && !isKnown(fa));
  return { terms: terms.slice(0, MOST), more: Math.max(0, terms.length - MOST) };
}

/** Says that a phrase is no term, so that it is not proposed again; or takes that back. */
export async function refuseTerm(
  { store }: Context,
  { project, fa, isRefused }: { readonly project: string; readonly fa: string; readonly isRefused: boolean },
): Promise<void> {
  const name = refusals(project) + phraseKey(fa);
  await store.transaction(async (trx) => {
    if (!(await projectById(trx, project))) throw new UnknownRecord('project', project);
    await (isRefused ? setSetting(trx, name, '') : removeSetting(trx, name));
  });
}

function refusals(project: string): string {
  return `no-term ${project} `;
}

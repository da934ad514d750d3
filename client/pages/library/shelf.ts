import { foldKey } from '../../../shared/language/characters/fold.ts';
import { find } from '../../../shared/language/words/find.ts';
import type { Answers } from '../../platform/server.ts';

export type Project = Answers['project']['list'][number];
export type Document = Answers['document']['list'][number];

/** A project with its documents, as the library shows it. */
export interface Shelf {
  readonly project: Project;
  readonly documents: readonly Document[];
}

/** True where a project has `name`, in any spelling. */
export function isNameOfAnother(projects: readonly Project[], name: string): boolean {
  const key = foldKey(name.trim(), 'search');
  return key !== '' && projects.some((project) => foldKey(project.name, 'search') === key);
}

/** The projects with their documents, both in the order given. With a query: the documents whose title has it, in any
 *  spelling, and all of a project whose name has it. */
export function shelves(projects: readonly Project[], documents: readonly Document[], query: string): readonly Shelf[] {
  const has = (name: string) => find(name, query, 'substring').length > 0;
  const all = projects.map((project) => ({
    project,
    documents: documents.filter((one) => one.project === project.id),
  }));
  if (query.trim() === '') return all;
  return all.flatMap(({ project, documents }) => {
    if (has(project.name)) return [{ project, documents }];
    const found = documents.filter(({ title }) => has(title));
    return found.length > 0 ? [{ project, documents: found }] : [];
  });
}

import { describe, expect, it } from 'vitest';
import { type Document, isNameOfAnother, type Project, shelves } from '../../../../client/pages/library/shelf.ts';
import { noProgress } from '../../../../shared/core/progress.ts';

const project = (id: string, name: string): Project => ({
  id,
  name,
  documents: 0,
  progress: noProgress,
  changedAt: 0,
  archivedAt: null,
});

const document = (id: string, of: string, title: string): Document => ({
  id,
  project: of,
  title,
  version: 0,
  progress: noProgress,
  createdAt: 0,
  changedAt: 0,
  archivedAt: null,
});

const projects = [project('p1', 'Statements'), project('p2', 'خبرهای پاییز'), project('p3', 'Novel')];
const documents = [
  document('d1', 'p2', 'گفت‌وگوی وزیر'),
  document('d2', 'p1', 'Statements, translated'),
  document('d3', 'p1', 'همکاری‌های منطقه‌ای'),
];

const found = (query: string) =>
  shelves(projects, documents, query).map((shelf) => [shelf.project.id, ...shelf.documents.map(({ id }) => id)]);

describe('shelves', () => {
  it('hold the documents of each project, the empty ones too', () => {
    expect(found('')).toEqual([['p1', 'd2', 'd3'], ['p2', 'd1'], ['p3']]);
    expect(found('  ')).toHaveLength(3);
  });

  it('are narrowed to the documents whose title has the query, in any spelling', () => {
    expect(found('همكاريهاي')).toEqual([['p1', 'd3']]);
    expect(found('TRANSLATED')).toEqual([['p1', 'd2']]);
    expect(found('zzz')).toEqual([]);
  });

  it('are shown whole when the name of the project has the query', () => {
    expect(found('statements')).toEqual([['p1', 'd2', 'd3']]);
    expect(found('novel')).toEqual([['p3']]);
  });
});

describe('the name of a project to be', () => {
  it('is known where another project has it, in any spelling, and only whole', () => {
    for (const name of ['Statements', ' statements ', 'خبرهاي پاييز'])
      expect(isNameOfAnother(projects, name)).toBe(true);
    for (const name of ['', ' ', 'Statement', 'Novels']) expect(isNameOfAnother(projects, name)).toBe(false);
  });
});

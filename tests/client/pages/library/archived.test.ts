import { describe, expect, it } from 'vitest';
import { archived } from '../../../../client/pages/library/archived.ts';
import type { Document, Project } from '../../../../client/pages/library/shelf.ts';
import { noProgress } from '../../../../shared/core/progress.ts';

const project = (id: string, name: string, archivedAt: number): Project => ({
  id,
  name,
  documents: 2,
  progress: noProgress,
  changedAt: 9,
  archivedAt,
});

const document = (id: string, title: string, archivedAt: number): Document => ({
  id,
  project: 'p',
  title,
  version: 0,
  progress: { ...noProgress, segments: 7 },
  createdAt: 0,
  changedAt: 9 - archivedAt,
  archivedAt,
});

const projects = [project('p1', 'Statements', 2), project('p2', 'خبرهای پاییز', 5)];
const documents = [document('d1', 'گفت‌وگوی وزیر', 1), document('d2', 'Novel', 3), document('d3', 'خبر', 6)];
const found = (query: string) => archived(projects, documents, query).map(({ id }) => id);

describe('the archive', () => {
  it('lists projects and documents together, the last put away first', () => {
    expect(found('')).toEqual(['d3', 'p2', 'd2', 'p1', 'd1']);
  });

  it('says of each what it is and how much it holds', () => {
    const [first, second] = archived(projects, documents, '');
    expect(first).toEqual({ kind: 'document', id: 'd3', name: 'خبر', count: 7, archivedAt: 6 });
    expect(second).toEqual({ kind: 'project', id: 'p2', name: 'خبرهای پاییز', count: 2, archivedAt: 5 });
  });

  it('keeps that order of what a query finds, in any spelling', () => {
    expect(found('خبر')).toEqual(['d3', 'p2']);
    expect(found('گفت و گوی')).toEqual(['d1']);
    expect(found('nothing')).toEqual([]);
  });
});

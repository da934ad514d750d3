import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Glossary, glossaryOf } from '../../../shared/terms/glossary.ts';
import type { Term } from '../../../shared/terms/term.ts';
import { queries } from '../../platform/server.ts';

/** A term as the glossary lists it: its record, its revision, and when it was changed. */
export interface ListedTerm extends Term {
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

/** The glossary of a project, as it is asked for. */
export const termsIn = (project: string) => queries.term.list.queryOptions({ project });

/** The glossary of a project. */
export function useTerms(project: string) {
  return useQuery(termsIn(project));
}

/** The glossary of a project, made ready to be found in texts; `undefined` until it is known. While the server is away, and nothing is
 *  known, it has no term. */
export function useGlossary(project: string): Glossary | undefined {
  const { data, isError } = useTerms(project);
  return useMemo(() => (data ? glossaryOf(data) : isError ? none : undefined), [data, isError]);
}

const none = glossaryOf([]);

import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Node } from 'prosemirror-model';
import type { Segment } from '../../../shared/doc/model/read.ts';
import { type Answers, queries, server } from '../../platform/server.ts';
import { type MatchPlace, neighbour } from './query.ts';

/** Where what a machine suggests for a segment stands. */
export type Suggestion = Answers['machine']['suggest'];

/** How long a suggestion is taken as it is, in milliseconds. */
const KEPT = 60_000;
/** How soon one that is coming is asked for again, in milliseconds: what nobody asks for any more is given up. */
const COMING = 500;
/** How soon, and how late, a machine that failed is asked again, in milliseconds. */
const SOON = 2_000;
const LATE = 60_000;
/** The longest Persian that is sent, in UTF-16 units. */
const LONGEST = 20_000;

/** Asks the machine for a segment; nothing waits for it. The question is another one only where the Persian is. */
export function suggestionOf({ project, document, source }: MatchPlace, doc: Node, segment: Segment) {
  const text = source.slice(segment.from, segment.to);
  const beside = (step: 1 | -1) => {
    const near = neighbour(doc, segment.index, step);
    return near && near.to - near.from <= LONGEST && near.text.length <= LONGEST
      ? { fa: source.slice(near.from, near.to), en: near.text }
      : null;
  };
  const wanted = { project, document, segment: segment.id, text, before: beside(-1), after: beside(1) };
  return queryOptions({
    queryKey: [['machine', 'suggest'], { project, document, segment: segment.id, text }],
    queryFn: ({ signal }): Promise<Suggestion> =>
      text === '' || text.length > LONGEST
        ? Promise.resolve({ state: 'off' })
        : server.machine.suggest.mutate(wanted, { signal }),
    staleTime: KEPT,
    retry: false,
    refetchInterval: ({ state }) => {
      if (state.error !== null) return SOON * 2;
      if (state.data?.state === 'coming') return COMING;
      if (state.data?.state !== 'trouble' || state.data.trouble.until === null) return false;
      return Math.min(LATE, Math.max(SOON, state.data.trouble.until - Date.now()));
    },
  });
}

/** The place among the matches at which the suggestion of a machine stands: after them, but always where a key takes it. */
export function placeOfSuggestion(matches: number): number {
  return Math.min(matches, 8);
}

/** The machine that a project asks; `null` for none. */
export function useMachine(project: string): Answers['machine']['ofProject'] | null {
  const { data } = useQuery(queries.machine.ofProject.queryOptions({ project }, { staleTime: KEPT }));
  return data?.isOn ? data : null;
}

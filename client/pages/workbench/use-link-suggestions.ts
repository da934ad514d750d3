import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Editor } from '../../editor/editor.ts';
import { queries } from '../../platform/server.ts';
import type { NameKnowledge } from './use-knowledge.ts';
import type { Work } from './use-timeline.ts';

/** What the project has learned changes slowly: it is asked for again after so many milliseconds at the earliest. */
const STALE = 60_000;

/** Tells the editor what links are suggested from, and again whenever that changes. */
export function useLinkSuggestions({ document }: Work, editor: Editor | null, known: NameKnowledge): void {
  const { registry, gazetteer } = known;
  const asked = { project: document.project.id };
  const learned = useQuery(queries.link.learned.queryOptions(asked, { staleTime: STALE })).data;
  useEffect(() => {
    if (!editor || !registry || !gazetteer) return;
    let isOver = false;
    void import('../../panels/links/suggester.ts').then(
      ({ linkSuggester }) => {
        if (!isOver)
          editor.linking.suggestBy(linkSuggester(document.source, { registry, gazetteer, learned: learned ?? [] }));
      },
      // Without the server there is nothing to suggest from; linking goes on by hand.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [editor, document.source, registry, gazetteer, learned]);
}

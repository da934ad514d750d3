import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { MentionPart } from '../../../shared/doc/model/marked.ts';
import type { Editor } from '../../editor/editor.ts';
import { repeatsInDocument } from '../../editor/naming/repeats.ts';
import { queries } from '../../platform/server.ts';
import type { Work } from './use-timeline.ts';

/** What was counted in other documents is good for so many milliseconds. */
const STALE = 30_000;

/** How many further places the name of a mention has in the project: in this document as it stands, counted in slices, and in
 *  the others as the server has them. 0 until all is known; without the server, those of this document. */
export function useRepeatCount(editor: Editor, { document }: Work, about: MentionPart | null): number {
  const [here, setHere] = useState<number | null>(null);
  const surface = about?.source?.text ?? null;
  const label = about?.mention.label ?? '';
  const elsewhere = useQuery(
    queries.mention.repeats.queryOptions(
      { project: document.project.id, except: document.id, surface: surface ?? '', label },
      { enabled: surface !== null, staleTime: STALE, select: countOf },
    ),
  );
  useEffect(() => {
    setHere(null);
    if (surface === null) return;
    const ending = new AbortController();
    const subject = { surface, label, entity: null };
    void repeatsInDocument(editor.view.state.doc, document.source, subject, ending.signal).then((found) => {
      if (!ending.signal.aborted) setHere(found.length);
    });
    return () => ending.abort();
  }, [editor, document, surface, label]);
  const isKnown = here !== null && (elsewhere.data !== undefined || elsewhere.error !== null);
  return isKnown ? here + (elsewhere.data ?? 0) : 0;
}

interface Listing {
  readonly documents: readonly { readonly places: readonly unknown[] }[];
  readonly more: number;
}

function countOf({ documents, more }: Listing): number {
  return documents.reduce((sum, { places }) => sum + places.length, more);
}

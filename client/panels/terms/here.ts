import { useMemo } from 'react';
import type { Span } from '../../../shared/core/span.ts';
import { type Glossary, glossaryOf, type TermHit } from '../../../shared/terms/glossary.ts';
import { type Term, wantedEnglish } from '../../../shared/terms/term.ts';
import type { Editor } from '../../editor/editor.ts';
import { queryClient } from '../../platform/server.ts';
import { insertPart } from '../matches/insert.ts';
import { useActiveSegment } from '../use-active.ts';
import { termsIn, useGlossary } from './glossary.ts';

/** The terms of the active segment. */
export interface TermsHere {
  /** Id of the segment. */
  readonly segment: string | null;
  /** Each term once, the longest first. */
  readonly terms: readonly Term[];
  /** Where they stand, in offsets of the segment's Persian. */
  readonly hits: readonly TermHit[];
  /** False while the glossary is not there yet. */
  readonly isKnown: boolean;
}

/** The terms that the Persian of the active segment has; the same object until the caret is in another one. */
export function useTermsHere(editor: Editor | null, project: string, source: string): TermsHere {
  const glossary = useGlossary(project);
  const active = useActiveSegment(editor);
  const segment = active?.id ?? null;
  const persian = active ? source.slice(active.from, active.to) : '';
  return useMemo(() => termsOf(glossary, segment, persian), [glossary, segment, persian]);
}

/** The same as soon as the glossary is known, for a key that was pressed before. */
export async function termsOnceKnown(editor: Editor, project: string, source: string): Promise<TermsHere> {
  const glossary = glossaryOf(await queryClient.fetchQuery(termsIn(project)));
  const active = editor.activeSegment();
  return termsOf(glossary, active?.id ?? null, active ? source.slice(active.from, active.to) : '');
}

function termsOf(glossary: Glossary | undefined, segment: string | null, persian: string): TermsHere {
  const hits = glossary?.find(persian) ?? [];
  return { segment, hits, isKnown: glossary !== undefined, terms: [...new Set(hits.map(({ term }) => term))] };
}

/** Writes the wanted English of a term at the caret; false where it has none, or the caret stands in no segment. */
export function insertTerm(editor: Editor, term: Term): boolean {
  return insertPart(editor, wantedEnglish(term) ?? '');
}

/** The longest of `hits` that holds `offset`. */
export function hitAt<Hit extends Span>(hits: readonly Hit[], offset: number): Hit | undefined {
  return hits.find(({ from, to }) => from <= offset && offset <= to);
}

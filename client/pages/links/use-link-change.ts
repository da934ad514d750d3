import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answers } from '../../platform/server.ts';
import { queries } from '../../platform/server.ts';
import { type ChangedLinks, grouped, type LinkPlace, refreshLinks, type Scope, wordsOf } from './query.ts';

export type LinkAction =
  | { readonly kind: 'sure' | 'possible' | 'apart' | 'accept' }
  | { readonly kind: 'relink'; readonly to: string };

/** What was changed in one document, and what has become of taking that back. */
export interface DoneIn extends ChangedLinks {
  readonly title: string;
  readonly reverted?: Answers['timeline']['revert'];
}

export interface LinkChanging {
  readonly done: readonly DoneIn[] | null;
  readonly isBusy: boolean;
  make(action: LinkAction, places: readonly LinkPlace[]): Promise<void>;
  /** Takes back what was done in these documents. */
  undo(some: readonly DoneIn[]): Promise<void>;
  close(): void;
}

/** Changes links in many places at once, and takes that back, document by document. */
export function useLinkChange({ project }: Scope): LinkChanging {
  const [done, setDone] = useState<readonly DoneIn[] | null>(null);
  const change = useMutation(queries.link.change.mutationOptions({ onSettled: refreshLinks }));
  const revert = useMutation(queries.timeline.revert.mutationOptions({ onSettled: refreshLinks }));
  const documents = useQuery(queries.document.list.queryOptions({ project }));
  const titleOf = (id: string) => documents.data?.find((one) => one.id === id)?.title ?? '';
  return {
    done,
    isBusy: change.isPending || revert.isPending,
    async make(action, places) {
      const byDocument = grouped(places, ({ document }) => document);
      const { documents: changed } = await change.mutateAsync({
        project,
        action,
        documents: Array.from(byDocument, ([document, own]) => ({
          document,
          links: own.map((place) => ({
            segment: place.segment,
            fa: place.fa,
            en: place.en,
            words: wordsOf(place),
            sure: place.sure,
          })),
        })),
      });
      setDone(changed.map((one) => ({ ...one, title: titleOf(one.document) })));
    },
    async undo(some) {
      for (const { document, change: made } of some) {
        if (!made) continue;
        const reverted = await revert.mutateAsync(made);
        setDone((now) => now?.map((one) => (one.document === document ? { ...one, reverted } : one)) ?? null);
      }
    },
    close: () => setDone(null),
  };
}

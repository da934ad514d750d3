import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { englishes, ownWords, type Spelling, type Spelt, WordBook } from '../../../shared/checks/spelling.ts';
import { type CheckPolicy, weightOf } from '../../../shared/doc/checks/policy.ts';
import type { Entity } from '../../../shared/names/entity/entity.ts';
import type { Term } from '../../../shared/terms/term.ts';
import { queries, queryClient, server } from '../../platform/server.ts';
import { notice, noticeUndo } from '../../ui/notices.tsx';
import { refreshFindings } from './query.ts';

/** What the server said so far of English words. */
const said = new Map(englishes.map((english) => [english, new Map<string, Spelt>()]));

/** How often it is asked which words others have added, in milliseconds. */
const AGAIN = 60_000;
/** Where tabs tell each other that the words of a project changed. */
const CHANNEL = 'radif words';
/** So many words are asked for at a time. */
const AT_ONCE = 1_000;

/** What the English of a project is spelt by; `undefined` until it is known, `null` where nobody wants to be told. The same object
 *  until something of it changes. */
export function useSpelling(
  project: string,
  policy: CheckPolicy | undefined,
  entities: readonly Entity[] | undefined,
  terms: readonly Term[] | undefined,
): Spelling | null | undefined {
  const isOff = policy !== undefined && weightOf('text.spelling', policy) === 'off';
  const { data, isError } = useQuery(
    queries.spelling.words.queryOptions({ project }, { enabled: !isOff, refetchInterval: AGAIN }),
  );
  useEffect(() => {
    const others = new BroadcastChannel(CHANNEL);
    others.onmessage = () => void refreshWords();
    return () => others.close();
  }, []);
  const added = data ?? (isError ? none : undefined);
  const english = policy?.english;
  return useMemo(() => {
    if (isOff) return null;
    if (english === undefined || !entities || !terms || !added) return undefined;
    return { book: new WordBook(said.get(english)), own: ownWords(entities, terms, added) };
  }, [isOff, english, entities, terms, added]);
}

const none: readonly string[] = [];

/** Asks the server for words that a check wanted to know; true once something more is known. While the server is away, nothing is told
 *  of them. */
export async function lookUp({ book }: Spelling, english: CheckPolicy['english']): Promise<boolean> {
  const words = book.takeWanted(AT_ONCE);
  if (words.length === 0) return false;
  try {
    book.put(words, await server.spelling.look.mutate({ english, words }));
    return true;
  } catch {
    return false;
  }
}

function refreshWords() {
  return Promise.all([queryClient.invalidateQueries(queries.spelling.pathFilter()), refreshFindings()]);
}

/** Adds a word to those of a project, or takes it out, and offers to undo it. */
export function useKeepingWord(project: string): (word: string, isKept: boolean) => void {
  const { t } = useTranslation();
  const keep = useMutation(
    queries.spelling.keep.mutationOptions({
      onSettled: () => {
        const others = new BroadcastChannel(CHANNEL);
        others.postMessage(project);
        others.close();
        return refreshWords();
      },
    }),
  );
  return (word, isKept) =>
    keep.mutate(
      { project, word, isKept },
      {
        onSuccess: () =>
          noticeUndo(t(isKept ? 'textChecks.words.added' : 'textChecks.words.removed', { word }), () =>
            keep.mutate(
              { project, word, isKept: !isKept },
              { onSuccess: () => notice(t('textChecks.words.undone', { word })) },
            ),
          ),
      },
    );
}

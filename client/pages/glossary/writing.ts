import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TermRecord } from '../../../shared/terms/term.ts';
import { refreshFindings } from '../../panels/checks/query.ts';
import { queries, queryClient } from '../../platform/server.ts';
import { notice, noticeUndo } from '../../ui/notices.tsx';

/** What a term that was read at `revision` is to say; `null` of one takes it out, `null` of the other stands for a new one. */
interface WantedTerm {
  readonly id: string;
  readonly revision: number | null;
  readonly record: TermRecord | null;
}

/** Asks again for all that is shown of terms, and of what is said against them. */
export async function refreshTerms(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries(queries.term.pathFilter()), refreshFindings()]);
}

/** Changes terms of a project, and offers to take a change back. */
export function useTermWriting(project: string) {
  const { t } = useTranslation();
  const change = useMutation(queries.term.write.mutationOptions({ onSettled: refreshTerms }));
  const write = (terms: readonly WantedTerm[]) => change.mutateAsync({ project, terms });
  const takeBack = async (back: readonly WantedTerm[]) => {
    const answer = await write(back);
    notice(t(answer.ok ? 'terms.takenBack' : 'terms.notTakenBack'), 'terms');
  };
  return {
    write,
    isWriting: change.isPending,
    offerBack: (told: string, back: readonly WantedTerm[]) => noticeUndo(told, () => void takeBack(back)),
  };
}

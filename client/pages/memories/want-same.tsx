import { Checkbox } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../platform/server.ts';
import { refreshMemories } from './query.ts';

/** Whether people are asked to say the same again: not where the same words are said differently each time. */
export function WantSame({ project }: { readonly project: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(queries.memory.sameWanted.queryOptions({ project }));
  const want = useMutation(queries.memory.wantSame.mutationOptions({ onSuccess: refreshMemories }));
  return (
    <Checkbox
      label={t('matches.again.wanted')}
      checked={want.isPending ? want.variables.isWanted : (data ?? true)}
      disabled={data === undefined}
      onChange={({ target }) => want.mutate({ project, isWanted: target.checked })}
    />
  );
}

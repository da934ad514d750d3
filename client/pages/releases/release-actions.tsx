import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../platform/server.ts';
import { focusContent } from '../../ui/content.ts';
import { notice } from '../../ui/notices.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { type Release, refreshReleases } from './query.ts';
import styles from './releases.module.css';

interface ReleaseActionsProps {
  readonly release: Release;
  readonly onRemoved: () => void;
}

/** Takes a release away, looks whether it is whole, makes it again, removes it; what came of it stands below. */
export function ReleaseActions({ release: { id, name }, onRemoved }: ReleaseActionsProps) {
  const { t } = useTranslation();
  const [isSure, setSure] = useState(false);
  const verify = useMutation(queries.release.verify.mutationOptions());
  const again = useMutation(queries.release.again.mutationOptions());
  const remove = useMutation(
    queries.release.remove.mutationOptions({
      async onSuccess() {
        await refreshReleases();
        onRemoved();
        focusContent();
        notice(t('releases.removed', { name }));
      },
    }),
  );
  return (
    <div className={styles.actions}>
      <Group gap="xs">
        <Button
          renderRoot={(props) => <a {...props} href={`/release?${new URLSearchParams({ id })}`} download />}
          size="compact-md"
        >
          {t('releases.download')}
        </Button>
        <Button variant="default" size="compact-md" loading={verify.isPending} onClick={() => verify.mutate({ id })}>
          {t('releases.verify')}
        </Button>
        <Button variant="default" size="compact-md" loading={again.isPending} onClick={() => again.mutate({ id })}>
          {t('releases.again')}
        </Button>
        {isSure ? (
          <Group gap="xs" role="group" aria-label={t('releases.removeSure')}>
            <span className={styles.sure}>{t('releases.removeSure')}</span>
            <Button size="compact-md" color="red" loading={remove.isPending} onClick={() => remove.mutate({ id })}>
              {t('releases.removeYes')}
            </Button>
            <Button size="compact-md" variant="default" autoFocus onClick={() => setSure(false)}>
              {t('releases.removeNo')}
            </Button>
          </Group>
        ) : (
          <Button variant="subtle" color="gray" size="compact-md" onClick={() => setSure(true)}>
            {t('releases.remove')}
          </Button>
        )}
      </Group>
      <output aria-live="polite" className={styles.outcome}>
        {(verify.isPending || again.isPending) && t('releases.working')}
        {verify.data && verify.data.length === 0 && <span>{t('releases.verified')}</span>}
        {verify.data && verify.data.length > 0 && <ProblemList problems={verify.data} />}
        {again.data && <span>{againText(t, again.data)}</span>}
      </output>
    </div>
  );
}

function againText(
  t: TFunction,
  { isSame, differing }: { readonly isSame: boolean; readonly differing: readonly string[] },
): string {
  if (isSame) return t('releases.same');
  return differing.length > 0 ? t('releases.other', { files: differing.join(', ') }) : t('releases.otherArchive');
}

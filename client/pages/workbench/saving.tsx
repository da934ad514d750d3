import { Button } from '@mantine/core';
import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isFault } from '../../../shared/core/faults.ts';
import type { Saving as SavingState } from '../../timeline/saving.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import styles from './saving.module.css';

/** Tells the truth about where the changes are: on the server, on the way, or on this device only. */
export function Saving({ timeline }: { readonly timeline: Timeline }) {
  const { t } = useTranslation();
  const subscribe = useCallback((listener: () => void) => timeline.subscribe(listener), [timeline]);
  const form = useSyncExternalStore(subscribe, () => formOf(timeline.saving()));
  const waiting = useSyncExternalStore(subscribe, () => waitingIn(timeline.saving()));
  const said =
    form === 'saved' || form === 'saving'
      ? t(`workbench.saving.${form}`)
      : isFault(form)
        ? t('workbench.saving.fault', { what: t(`app.trouble.${form}`), count: waiting })
        : t(`workbench.saving.${form}`, { count: waiting });
  return (
    <div
      role="status"
      aria-label={t('workbench.saving.label')}
      className={styles.saving}
      data-form={form}
      title={isFault(form) ? `${said}\n${t(`app.trouble.${form}Remedy`)}` : undefined}
    >
      <i aria-hidden="true" />
      <span>{said}</span>
      {form === 'outdated' && (
        <Button variant="light" size="compact-xs" onClick={() => window.location.reload()}>
          {t('workbench.saving.reload')}
        </Button>
      )}
      {form !== 'saved' && form !== 'saving' && form !== 'outdated' && (
        <Button variant="subtle" size="compact-xs" onClick={() => timeline.retry()}>
          {t('workbench.saving.retry')}
        </Button>
      )}
    </div>
  );
}

function formOf({ kind, kept, waiting }: SavingState): SavingState['kind'] | 'unkept' {
  return waiting > 0 && !kept && kind !== 'saving' ? 'unkept' : kind;
}

/** How many changes are told to wait; while they are on their way none, so that no key has it written anew. */
function waitingIn({ kind, waiting }: SavingState): number {
  return kind === 'saving' ? 0 : waiting;
}

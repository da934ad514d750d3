import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../keys/key-cap.tsx';
import { Isolated } from '../../ui/isolated.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import styles from './finding-actions.module.css';

interface FindingActionsProps {
  /** What the remedy does; `null` where there is none. */
  readonly remedy: string | null;
  /** True while the reason to ignore the finding is asked for. */
  readonly isAsking: boolean;
  /** True where the keys of these actions mean this finding. */
  readonly hasKeys?: boolean;
  /** True while the remedy is being done. */
  readonly isBusy?: boolean;
  readonly onRemedy: () => void;
  /** Adds the word that it is about to those of the project; left out for a finding of another rule. */
  readonly onKeepWord?: (() => void) | undefined;
  readonly onAsk: (on: boolean) => void;
  readonly onIgnore: (reason: string) => void;
}

/** What can be done about a finding: its remedy, and ignoring it with a reason. */
export function FindingActions(props: FindingActionsProps) {
  const { remedy, isAsking, hasKeys = false, isBusy = false, onRemedy, onKeepWord, onAsk, onIgnore } = props;
  const { t } = useTranslation();
  const field = useId();
  return (
    <>
      <Group gap="6px 12px">
        {remedy !== null && (
          <Button
            size="compact-xs"
            variant="default"
            className={styles.remedy ?? ''}
            loading={isBusy}
            rightSection={hasKeys && <KeyCap command="check.remedy" />}
            onClick={onRemedy}
          >
            <span>
              <Isolated text={remedy} />
            </span>
          </Button>
        )}
        {onKeepWord && (
          <Button
            size="compact-xs"
            variant="default"
            rightSection={hasKeys && <KeyCap command="check.keepWord" />}
            onClick={onKeepWord}
          >
            {t('textChecks.words.add')}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="transparent"
          color="gray"
          className={styles.ignore ?? ''}
          aria-expanded={isAsking}
          aria-controls={isAsking ? field : undefined}
          rightSection={hasKeys && <KeyCap command="check.ignore" />}
          onClick={() => onAsk(!isAsking)}
        >
          {t('checks.ignore.open')}
        </Button>
      </Group>
      {isAsking && <ReasonField id={field} onIgnore={onIgnore} onClose={() => onAsk(false)} />}
    </>
  );
}

interface ReasonFieldProps {
  readonly id: string;
  readonly onIgnore: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why a finding may be ignored; Enter ignores it, Escape does not. */
function ReasonField({ id, onIgnore, onClose }: ReasonFieldProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  useReturnFocus();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onIgnore(reason.trim());
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form id={id} className={styles.reason} onSubmit={submit}>
      <TextInput
        autoFocus
        size="xs"
        maxLength={1000}
        dir={reason === '' ? undefined : 'auto'}
        aria-label={t('checks.ignore.reason')}
        placeholder={t('checks.ignore.reason')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={keys}
      />
      <Button type="submit" size="xs" variant="default">
        {t('checks.ignore.submit')}
      </Button>
    </form>
  );
}

import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { hues } from '../../../../shared/core/label.ts';
import { LabelTag } from '../../../ui/label-tag.tsx';
import { problemText } from '../../../ui/problem-text.ts';
import { LabelKey } from './label-key.tsx';
import type { LabelField, LabelRow, RowProblems } from './label-rows.ts';
import styles from './labels.module.css';

interface LabelEditProps {
  readonly label: LabelRow;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly problems: RowProblems | undefined;
  /** What has the label, in words; `''` for nothing. */
  readonly holders: string;
  readonly onLabel: (said: Partial<LabelRow>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** One label, changed in place: Alt with an arrow moves it. */
export function LabelEdit(props: LabelEditProps) {
  const { label, isFirst, isLast, problems, holders, onLabel, onMove, onRemove } = props;
  const { t } = useTranslation();
  const [isRefused, setRefused] = useState(false);
  const { id, fa, en, key, hue, isNew, isRemoved } = label;
  const name = id === '' ? t('registry.labels.fresh') : id;
  const told = (field: LabelField) => {
    const problem = problems?.get(field);
    return problem ? problemText(t, problem) : null;
  };
  const wrongKey = isRefused ? t('registry.labels.noKey') : told('key');
  const move = (by: 1 | -1) => {
    const focused = document.activeElement;
    flushSync(() => onMove(by));
    if (focused instanceof HTMLElement) focused.focus();
  };
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(by);
  };

  if (isRemoved) {
    return (
      <li className={styles.removed}>
        <LabelTag label={id} labels={[label]} />
        <span role="status">
          {holders === '' ? t('registry.labels.goes') : t('registry.labels.goesFrom', { holders })}
        </span>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('registry.labels.takeBack', { label: name })}
          onClick={() => onLabel({ isRemoved: false })}
        >
          {t('app.undo')}
        </Button>
      </li>
    );
  }
  return (
    <li className={styles.row} aria-label={name} onKeyDown={keys}>
      {isNew ? (
        <TextInput
          size="xs"
          autoFocus
          lang="en"
          dir="ltr"
          maxLength={24}
          aria-label={t('registry.labels.id')}
          placeholder="SHIP"
          error={told('id')}
          value={id}
          onChange={({ target }) => onLabel({ id: target.value.toUpperCase() })}
        />
      ) : (
        <span className={styles.tag}>
          <LabelTag label={id} labels={[label]} />
        </span>
      )}
      <NativeSelect
        size="xs"
        aria-label={t('registry.labels.hue', { label: name })}
        leftSection={<i className={styles.swatch} style={{ background: `rgb(var(--label-${hue}))` }} />}
        value={hue}
        onChange={({ target }) => onLabel({ hue: hues.find((one) => one === target.value) ?? hue })}
        data={hues.map((one) => ({ value: one, label: t(`registry.hue.${one}`) }))}
      />
      <div className={styles.wings}>
        <TextInput
          size="xs"
          lang="fa"
          dir="rtl"
          maxLength={60}
          aria-label={t('registry.labels.name', { side: t('registry.side.fa'), label: name })}
          error={told('fa')}
          value={fa}
          onChange={({ target }) => onLabel({ fa: target.value })}
        />
        <TextInput
          size="xs"
          lang="en"
          dir="ltr"
          maxLength={60}
          aria-label={t('registry.labels.name', { side: t('registry.side.en'), label: name })}
          error={told('en')}
          value={en}
          onChange={({ target }) => onLabel({ en: target.value })}
        />
      </div>
      <LabelKey label={name} code={key} onCode={(code) => onLabel({ key: code })} onRefused={setRefused} />
      <div className={styles.moves}>
        <ActionIcon
          size={26}
          aria-label={t('registry.labels.up', { label: name })}
          disabled={isFirst}
          onClick={() => move(-1)}
        >
          <IconChevronUp size={16} stroke={1.75} />
        </ActionIcon>
        <ActionIcon
          size={26}
          aria-label={t('registry.labels.down', { label: name })}
          disabled={isLast}
          onClick={() => move(1)}
        >
          <IconChevronDown size={16} stroke={1.75} />
        </ActionIcon>
        <ActionIcon size={26} aria-label={t('registry.labels.remove', { label: name })} onClick={onRemove}>
          <IconX size={14} stroke={1.75} />
        </ActionIcon>
      </div>
      {wrongKey !== null && (
        <p role="alert" className={styles.wrong}>
          {wrongKey}
        </p>
      )}
    </li>
  );
}

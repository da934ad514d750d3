import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CorpusChoices, FoundLabel } from '../../shared/wire/corpus-import.ts';
import styles from './label-choices.module.css';

interface LabelChoicesProps {
  readonly labels: readonly FoundLabel[];
  /** The labels that the project has. */
  readonly known: readonly string[];
  readonly chosen: CorpusChoices['labels'];
  readonly onChoose: (label: string, to: string | null) => void;
}

/** What the labels of marked names become: one of the project, a new one, or nothing. */
export function LabelChoices({ labels, known, chosen, onChoose }: LabelChoicesProps) {
  const { t } = useTranslation();
  const added = [...new Set(labels.map(({ proposed }) => proposed))].filter((label) => !known.includes(label));
  const options = [
    ...known.map((label) => ({ value: label, label })),
    ...added.map((label) => ({ value: label, label: t('importing.labels.added', { label }) })),
    { value: '', label: t('importing.labels.unmarked') },
  ];
  return (
    <fieldset className={styles.labels}>
      <legend>{t('importing.labels.title')}</legend>
      <p className={styles.hint}>{t('importing.labels.hint')}</p>
      <div className={styles.list}>
        {labels.map(({ label, count }) => (
          <NativeSelect
            key={label}
            size="xs"
            label={t('importing.labels.of', { label, count })}
            data={options}
            value={chosen[label] ?? ''}
            onChange={({ target }) => onChoose(label, target.value === '' ? null : target.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

import { Checkbox, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type Band,
  type DuplicateChoice,
  duplicateChoices,
  type ReleaseFilters,
} from '../../../shared/release/recipe.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { StatusChips } from '../../ui/status-chips.tsx';
import styles from './release-dialog.module.css';

interface SegmentsChoiceProps {
  readonly filters: ReleaseFilters;
  readonly duplicates: DuplicateChoice;
  readonly onFilter: (filters: Partial<ReleaseFilters>) => void;
  readonly onDuplicates: (duplicates: DuplicateChoice) => void;
}

const machines = ['with', 'without', 'only'] as const;

/** Which segments of the documents a release takes. */
export function SegmentsChoice({ filters, duplicates, onFilter, onDuplicates }: SegmentsChoiceProps) {
  const { t } = useTranslation();
  const flag = (name: 'clean' | 'aligned' | 'annotated') => (
    <Checkbox
      size="xs"
      label={t(`releases.dialog.${name}`)}
      checked={filters[name]}
      onChange={(event) => onFilter({ [name]: event.currentTarget.checked })}
    />
  );
  return (
    <>
      <fieldset className={styles.fields}>
        <legend>{t('releases.dialog.segments')}</legend>
        <StatusChips chosen={filters.states} onChoose={(states) => onFilter({ states })} />
        <Stack gap={8} mt={4}>
          {flag('clean')}
          {flag('aligned')}
          {flag('annotated')}
        </Stack>
      </fieldset>
      <Select
        label={t('releases.dialog.machine')}
        data={machines.map((value) => ({ value, label: t(`releases.dialog.machines.${value}`) }))}
        value={filters.machine}
        allowDeselect={false}
        onChange={(value) => onFilter({ machine: machines.find((known) => known === value) ?? 'with' })}
      />
      <fieldset className={styles.fields}>
        <legend>{t('releases.dialog.words')}</legend>
        <Words side={t('releases.dialog.persian')} band={filters.fa} onChange={(fa) => onFilter({ fa })} />
        <Words side={t('releases.dialog.english')} band={filters.en} onChange={(en) => onFilter({ en })} />
      </fieldset>
      <Select
        label={t('releases.dialog.duplicates')}
        data={duplicateChoices.map((value) => ({ value, label: t(`releases.dialog.duplicate.${value}`) }))}
        value={duplicates}
        allowDeselect={false}
        onChange={(value) => onDuplicates(duplicateChoices.find((known) => known === value) ?? 'keep')}
      />
    </>
  );
}

interface WordsProps {
  readonly side: string;
  readonly band: Band;
  readonly onChange: (band: Band) => void;
}

function Words({ side, band, onChange }: WordsProps) {
  const { t } = useTranslation();
  const bound = (value: number | string) => (value === '' ? null : Number(value));
  return (
    <div className={styles.band}>
      <span>{side}</span>
      <NumberField
        size="xs"
        min={0}
        allowDecimal={false}
        allowNegative={false}
        aria-label={t('releases.dialog.atLeast', { side })}
        value={band.from ?? ''}
        onChange={(value) => onChange({ ...band, from: bound(value) })}
      />
      <NumberField
        size="xs"
        min={0}
        allowDecimal={false}
        allowNegative={false}
        aria-label={t('releases.dialog.atMost', { side })}
        error={band.from !== null && band.to !== null && band.to < band.from}
        value={band.to ?? ''}
        onChange={(value) => onChange({ ...band, to: bound(value) })}
      />
    </div>
  );
}

import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { splits } from '../../../shared/release/splits.ts';
import { NumberField } from '../../ui/number-field.tsx';
import type { Draft } from './draft.ts';
import styles from './release-dialog.module.css';

interface SplitsChoiceProps {
  readonly draft: Pick<Draft, 'isDivided' | 'shares' | 'seed'>;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** Whether a release is divided, in which shares, and by which seed. */
export function SplitsChoice({ draft: { isDivided, shares, seed }, onChange }: SplitsChoiceProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.fields}>
      <Checkbox
        size="xs"
        label={t('releases.dialog.divide')}
        checked={isDivided}
        onChange={(event) => onChange({ isDivided: event.currentTarget.checked })}
      />
      {isDivided && (
        <>
          <div className={styles.shares}>
            {splits.map((split) => (
              <NumberField
                key={split}
                size="xs"
                min={0}
                max={1000}
                allowDecimal={false}
                allowNegative={false}
                label={t(`releases.split.${split}`)}
                aria-label={t('releases.dialog.share', { split: t(`releases.split.${split}`) })}
                value={shares[split]}
                onChange={(value) => onChange({ shares: { ...shares, [split]: Number(value) || 0 } })}
              />
            ))}
            <TextInput
              size="xs"
              label={t('releases.dialog.seed')}
              maxLength={100}
              value={seed}
              onChange={(event) => onChange({ seed: event.currentTarget.value })}
            />
          </div>
          <p className={styles.more}>{t('releases.dialog.seedText')}</p>
        </>
      )}
    </fieldset>
  );
}

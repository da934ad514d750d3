import { Group, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PairPreview } from '../../shared/core/pair-preview.ts';
import { type PairOrder, paragraphMarks, shapes } from './order.ts';
import styles from './pair-options.module.css';

interface PairOptionsProps {
  readonly order: PairOrder;
  /** What the texts were taken for; `null` before that is known. */
  readonly found: PairPreview['shape'] | null;
  readonly onChange: (part: Partial<PairOrder>) => void;
}

/** How two texts are read: as running text or line by line, and what the end of a paragraph means. A table stands as it is. */
export function PairOptions({ order, found, onChange }: PairOptionsProps) {
  const { t } = useTranslation();
  const isRunning = found === null || found === 'text';
  return (
    <div className={styles.options}>
      <Radio.Group
        label={t('pairing.shape.label')}
        value={order.shape}
        onChange={(value) => onChange({ shape: shapes.find((known) => known === value) ?? order.shape })}
      >
        <Group gap="md" mt={4}>
          {shapes.map((shape) => (
            <Radio
              key={shape}
              size="sm"
              value={shape}
              disabled={found === 'table'}
              label={t(`pairing.shape.${shape}`)}
            />
          ))}
        </Group>
      </Radio.Group>
      <Radio.Group
        label={t('pairing.paragraphs.label')}
        value={order.paragraphs}
        onChange={(value) =>
          onChange({ paragraphs: paragraphMarks.find((known) => known === value) ?? order.paragraphs })
        }
      >
        <Group gap="md" mt={4}>
          {paragraphMarks.map((mark) => (
            <Radio key={mark} size="sm" value={mark} disabled={!isRunning} label={t(`pairing.paragraphs.${mark}`)} />
          ))}
        </Group>
      </Radio.Group>
    </div>
  );
}

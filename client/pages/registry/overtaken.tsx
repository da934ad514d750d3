import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EntityRecord } from '../../../shared/names/entity/entity.ts';
import styles from '../../ui/record-form.module.css';
import { differing } from './draft.ts';
import { SaidParts } from './said-parts.tsx';

interface OvertakenProps {
  readonly mine: EntityRecord;
  readonly theirs: EntityRecord;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** Somebody else changed the entity first: what they say where it differs, and the choice. */
export function Overtaken({ mine, theirs, onMine, onTheirs }: OvertakenProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.stale} role="alert">
      <p>{t('registry.stale.text')}</p>
      <SaidParts record={theirs} parts={differing(mine, theirs)} />
      <div className={styles.end}>
        <Button size="compact-sm" onClick={onMine}>
          {t('registry.stale.mine')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onTheirs}>
          {t('registry.stale.theirs')}
        </Button>
      </div>
    </div>
  );
}

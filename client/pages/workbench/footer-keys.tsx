import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { Cap, KeyCap } from '../../keys/key-cap.tsx';
import { type ActiveNames, useNames } from '../../panels/entities/use.ts';
import { LabelTag } from '../../ui/label-tag.tsx';
import styles from './footer-keys.module.css';

/** The keys that matter most while translating, in the order of the work. */
const shown = [
  ['segment.confirmNext', 'confirmNext'],
  ['segment.next', 'next'],
  ['segment.split', 'split'],
  ['segment.merge', 'merge'],
  ['proposal.next', 'proposals'],
  ['app.keys', 'keys'],
] as const;

interface FooterKeysProps {
  /** `null` until the document stands. */
  readonly names: ActiveNames | null;
  readonly labels: readonly Label[];
}

/** The keys that matter now, at the end of the bottom line: those of a proposal, else those of translating. */
export function FooterKeys({ names, labels }: FooterKeysProps) {
  const { t } = useTranslation();
  const proposal = useNames(names, (each) => each.current());
  if (proposal) {
    const side = proposal.source ?? proposal.rendering;
    return (
      <ul className={styles.keys}>
        <li>
          <Cap name="Tab" />
          {t('proposal.accept', { name: side?.text ?? '' })} <LabelTag label={proposal.label} labels={labels} />
        </li>
        <li>
          <Cap name="Del" />
          {t('proposal.reject')}
        </li>
        <li>
          <Cap name="Esc" />
          {t('proposal.leave')}
        </li>
        <li>
          <KeyCap command="proposal.next" />
          {t('proposal.next')}
        </li>
        <li>
          <KeyCap command="app.keys" />
          {t('workbench.hint.keys')}
        </li>
      </ul>
    );
  }
  return (
    <ul className={styles.keys}>
      {shown.map(([command, hint]) => (
        <li key={command}>
          <KeyCap command={command} />
          {t(`workbench.hint.${hint}`)}
        </li>
      ))}
    </ul>
  );
}

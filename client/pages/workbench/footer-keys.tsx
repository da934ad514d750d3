import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../keys/key-cap.tsx';
import styles from './footer-keys.module.css';

/** The keys that matter most while translating, in the order of the work. */
const shown = [
  ['segment.confirmNext', 'confirmNext'],
  ['segment.previous', 'previous'],
  ['segment.next', 'next'],
  ['segment.split', 'split'],
  ['segment.merge', 'merge'],
  ['app.keys', 'keys'],
] as const;

/** The keys that matter now, at the end of the bottom line. */
export function FooterKeys() {
  const { t } = useTranslation();
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

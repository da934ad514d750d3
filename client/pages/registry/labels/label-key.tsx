import { useTranslation } from 'react-i18next';
import { isLabelKey } from '../../../../shared/core/label.ts';
import { type Binding, keyCaps } from '../../../keys/binding.ts';
import { KeyRecorder } from '../../../keys/key-recorder.tsx';
import styles from './labels.module.css';

interface LabelKeyProps {
  readonly label: string;
  /** Place of the key on the keyboard, `''` for none. */
  readonly code: string;
  readonly onCode: (code: string) => void;
  /** A key was pressed that cannot mark, or is not any more. */
  readonly onRefused: (isRefused: boolean) => void;
}

/** The key of a label, to be pressed anew. One that cannot mark is refused. */
export function LabelKey({ label, code, onCode, onRefused }: LabelKeyProps) {
  const { t } = useTranslation();
  const take = (binding: Binding | null): boolean => {
    const fits = binding === null || (!binding.ctrl && !binding.alt && !binding.shift && isLabelKey(binding.code));
    onRefused(!fits);
    if (fits) onCode(binding?.code ?? '');
    return fits;
  };
  return (
    <div className={styles.key}>
      <KeyRecorder name={t('registry.labels.key', { label })} onKey={take} onLeave={() => onRefused(false)}>
        {code === '' ? (
          t('settings.keys.none')
        ) : (
          <kbd className={styles.cap}>{keyCaps({ ctrl: false, alt: false, shift: false, code }, false).join('')}</kbd>
        )}
      </KeyRecorder>
    </div>
  );
}

import { Button, Loader } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/core/problem.ts';
import { Dialog } from './dialog.tsx';
import { ProblemList } from './problem-list.tsx';
import styles from './sheet.module.css';

interface FileDialogProps {
  readonly title: string;
  /** What a file is to be like. */
  readonly wanted: string;
  readonly accept: string;
  /** The name of the file that was chosen. */
  readonly name: string | null;
  /** What is wrong with it. */
  readonly problems: readonly Problem[];
  /** What it would bring; nothing where something is wrong. */
  readonly brings: ReactNode;
  readonly onChoose: (file: File) => void;
  /** Brings it in; `null` where there is nothing to bring. */
  readonly onSubmit: (() => void) | null;
  readonly isSending: boolean;
  /** Stops what is being brought in; left out where that cannot be. */
  readonly onStop?: () => void;
  readonly onClose: () => void;
}

/** Has a file chosen, says what is wrong with it or what it brings, and brings it in when asked to. */
export function FileDialog(props: FileDialogProps) {
  const { title, wanted, accept, name, problems, brings, onChoose, onSubmit, isSending, onStop, onClose } = props;
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog title={title} width={640} onClose={onClose}>
      <div className={styles.sheet}>
        <p>{wanted}</p>
        <div aria-live="polite" className={styles.sheet}>
          {name !== null && problems.length > 0 && (
            <>
              <p>{t('registry.file.refused', { name })}</p>
              <div className={styles.problems}>
                <ProblemList problems={problems} />
              </div>
            </>
          )}
          {brings}
        </div>
        <input
          ref={input}
          hidden
          type="file"
          accept={accept}
          aria-label={t('registry.file.choose')}
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) onChoose(file);
            target.value = '';
          }}
        />
        <div className={styles.end}>
          <p role="status" className={styles.working}>
            {isSending && onSubmit && (
              <>
                <Loader size={14} /> {t('registry.file.working')}
              </>
            )}
          </p>
          {isSending && onStop ? (
            <Button variant="subtle" color="gray" onClick={onStop}>
              {t('registry.file.stop')}
            </Button>
          ) : (
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t('app.cancel')}
            </Button>
          )}
          <Button
            data-autofocus
            variant={onSubmit ? 'default' : 'filled'}
            disabled={isSending}
            onClick={() => input.current?.click()}
          >
            {t(name === null ? 'registry.file.choose' : 'registry.file.another')}
          </Button>
          {onSubmit && (
            <Button loading={isSending} onClick={onSubmit}>
              {t('registry.file.submit')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

interface BroughtListProps {
  readonly name: string;
  /** What comes of it, a line each. */
  readonly lines: readonly string[];
  readonly warnings: readonly Problem[];
  /** What stands between the two. */
  readonly children?: ReactNode;
}

/** What a file would bring, and what is read otherwise than it stands there. */
export function BroughtList({ name, lines, warnings, children }: BroughtListProps) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('registry.file.brings', { name })}</p>
      <ul className={styles.titles}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {children}
      {warnings.length > 0 && (
        <>
          <p>{t('registry.file.warnings')}</p>
          <div className={styles.warnings}>
            <ProblemList problems={warnings} />
          </div>
        </>
      )}
    </>
  );
}

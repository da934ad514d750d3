import { Button, Progress, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/editor.ts';
import type { MendMode } from '../../editor/mending/mending.ts';
import type { CommandId } from '../../keys/commands.ts';
import { Cap, KeyCap } from '../../keys/key-cap.tsx';
import { useRunCommand } from '../../keys/use-commands.ts';
import type { Again } from '../../panels/alignment/use-again.ts';
import styles from './mend-bar.module.css';

/** What is done to the whole row, in the order of the work; what stands together is one thing and its opposite. */
const ofRow = [
  ['confirm', 'confirmAbove'],
  ['review'],
  ['leaveOut'],
  ['nextOpen'],
  ['nextOdd'],
  ['nextUnsure'],
  ['merge', 'mergePrevious'],
  ['split'],
  ['insertBelow', 'insertAbove'],
  ['remove'],
  ['again', 'againAll'],
  ['write'],
] as const;

/** What is done to one side of the row. */
const ofSide = ['push', 'pull', 'split', 'join', 'joinPrevious', 'down', 'up'] as const;

interface MendBarProps {
  readonly editor: Editor;
  readonly again: Again;
}

/** Whether rows are mended now. */
export function useMendMode(editor: Editor | null): MendMode {
  return useSyncExternalStore(
    (listener) => editor?.subscribe(listener) ?? (() => undefined),
    () => editor?.mending.mode ?? 'off',
  );
}

/** The legend of mending at the foot of the text: which key does what, and the same by a press. */
export function MendBar({ editor, again }: MendBarProps) {
  const { t } = useTranslation();
  const run = useRunCommand();
  const mode = useMendMode(editor);
  const key = (command: CommandId, text?: ReactNode) => (
    <button key={command} type="button" tabIndex={-1} title={t(`keys.command.${command}`)} onClick={() => run(command)}>
      <KeyCap command={command} isShort />
      {text ?? <VisuallyHidden>{t(`keys.command.${command}`)}</VisuallyHidden>}
    </button>
  );
  return (
    <div
      className={styles.bar}
      role="toolbar"
      aria-label={t('alignment.bar.label')}
      onMouseDown={(event) => event.preventDefault()}
    >
      {mode === 'writing' && <p className={styles.writing}>{t('alignment.bar.writing')}</p>}
      {mode === 'on' && (
        <>
          <div className={styles.line}>
            {ofRow.map((together) => (
              <span key={together[0]} className={styles.together}>
                {together.map((name) =>
                  key(`mend.${name}`, t(name === 'split' ? 'alignment.bar.splitBoth' : `alignment.bar.${name}`)),
                )}
              </span>
            ))}
            <button type="button" tabIndex={-1} onClick={() => editor.mending.leave()}>
              <Cap name="Esc" />
              {t('alignment.bar.leave')}
            </button>
          </div>
          <div className={styles.line}>
            <span className={styles.heading}>{t('alignment.bar.sides')}</span>
            {ofSide.map((name) => (
              <span key={name} className={styles.pair}>
                {key(`mend.english.${name}`)}
                {key(`mend.persian.${name}`)}
                <span aria-hidden="true">{t(`alignment.bar.${name}`)}</span>
              </span>
            ))}
          </div>
        </>
      )}
      {again.share !== null && (
        <div className={styles.running}>
          <Progress
            className={styles.progress ?? ''}
            size="sm"
            value={again.share * 100}
            aria-label={t('alignment.again.running')}
          />
          <Button size="compact-xs" variant="default" onClick={again.cancel}>
            {t('alignment.again.stop')}
          </Button>
        </div>
      )}
    </div>
  );
}

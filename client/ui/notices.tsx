import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './notices.module.css';
import { Trouble } from './trouble.tsx';

/** Says what was done, or why it was not; takes the place of a notice with the same `id` that still stands. */
export function notice(text: string, id?: string): void {
  const told = { closeButtonProps: { 'aria-label': i18next.t('app.close') }, message: text };
  if (id === undefined) {
    notifications.show(told);
    return;
  }
  // Each does nothing where the other does something.
  notifications.update({ id, ...told });
  notifications.show({ id, ...told });
}

/** Says what a person has to know, until it is closed. */
export function noticeKept(text: string, id: string): void {
  notifications.show({
    id,
    autoClose: false,
    color: 'orange',
    closeButtonProps: { 'aria-label': i18next.t('app.close') },
    message: text,
  });
}

/** What notices that still stand offer to undo, the newest last. */
const offered = new Map<string, () => void>();
let undoHint: ReactNode = null;
/** True while nobody has written anything since the newest of them came. */
let isLast = false;

/** Says what was done and offers, for a while, to undo it. */
export function noticeUndo(text: string, undo: () => void): void {
  const once = () => {
    notifications.hide(id);
    offered.delete(id);
    undo();
  };
  const id = notifications.show({
    closeButtonProps: { 'aria-label': i18next.t('app.close') },
    message: <UndoLine text={text} undo={once} />,
    onClose: ({ id: closed }) => closed !== undefined && offered.delete(closed),
  });
  offered.set(id, once);
  isLast = true;
}

/** Undoes what the newest notice offers to; false where none does. */
export function undoNotice(): boolean {
  const newest = [...offered.values()].at(-1);
  newest?.();
  return newest !== undefined;
}

/** The same as long as nobody has written anything since: after that, whoever undoes means what was written. */
export function undoLastNotice(): boolean {
  return isLast && undoNotice();
}

/** Notes that somebody writes. */
export function noteWriting(): void {
  isLast = false;
}

/** Has notices show, beside what they offer to undo, which key does it. */
export function hintUndo(hint: ReactNode): void {
  undoHint = hint;
}

/** Says that something that was asked for did not happen. */
export function noticeTrouble(error: unknown): void {
  notifications.show({
    color: 'red',
    closeButtonProps: { 'aria-label': i18next.t('app.close') },
    message: <Trouble error={error} />,
  });
}

function UndoLine({ text, undo }: { readonly text: string; readonly undo: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.line}>
      <span>{text}</span>
      <Button variant="subtle" size="compact-sm" rightSection={undoHint} onClick={undo}>
        {t('app.undo')}
      </Button>
    </div>
  );
}

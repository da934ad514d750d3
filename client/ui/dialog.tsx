import { CloseButton, FocusTrap, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './dialog.module.css';
import { useReturnFocus } from './use-return-focus.ts';

interface DialogProps {
  readonly title: string;
  /** In pixels. */
  readonly width: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that is open as long as it is rendered. Escape, a click beside it and the cross close it; the focus goes
 *  back to where it was. Without a field that asks for the focus it stands on no button, so that no key presses one unseen. */
export function Dialog({ title, width, onClose, children }: DialogProps) {
  const { t } = useTranslation();
  useReturnFocus();
  return (
    <Modal.Root opened onClose={onClose} size={width} returnFocus={false}>
      <Modal.Overlay backgroundOpacity={0.3} />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          <CloseButton aria-label={t('app.close')} onClick={onClose} />
        </div>
        <Modal.Body className={styles.body}>{children}</Modal.Body>
        <FocusTrap.InitialFocus />
      </Modal.Content>
    </Modal.Root>
  );
}

import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageThere } from '../keys/use-commands.ts';
import { CONTENT, focusContent } from '../ui/content.ts';
import styles from './frame.module.css';
import { TopBar, type TopBarProps } from './top-bar.tsx';

/** What a page puts around its content. Slots that it leaves out take no room. */
export interface FrameProps extends TopBarProps {
  /** The name of the page in the browser's tab and history. */
  readonly title: string;
  /** The panel at the end side, narrower below 1100 pixels; below 900 it stands under the content. */
  readonly panel?: ReactNode;
  /** The line at the bottom. */
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
}

/** One bar on top, the content, a panel at the end side, one line at the bottom. Only the content scrolls. */
export function Frame({ title, breadcrumb, status, tools, action, panel, footer, children }: FrameProps) {
  const { t } = useTranslation();
  usePageThere();
  useEffect(() => {
    if (document.activeElement === document.body) focusContent();
  }, []);

  return (
    <div className={styles.frame}>
      <title>{`${title} · ${t('app.name')}`}</title>
      <TopBar breadcrumb={breadcrumb} status={status} tools={tools} action={action} />
      <div className={styles.middle}>
        <main id={CONTENT} tabIndex={-1} className={styles.content}>
          {children}
        </main>
        {panel && <aside className={styles.panel}>{panel}</aside>}
      </div>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </div>
  );
}

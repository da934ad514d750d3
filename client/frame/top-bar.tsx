import { ActionIcon, Tooltip } from '@mantine/core';
import { IconKeyboard, IconSearch, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { JobsLine } from '../jobs/jobs-line.tsx';
import { KeyCap } from '../keys/key-cap.tsx';
import { useRunCommand } from '../keys/use-commands.ts';
import { CONTENT } from '../ui/content.ts';
import { ColorSchemeSwitch } from './color-scheme-switch.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import styles from './top-bar.module.css';
import { Wordmark } from './wordmark.tsx';

export interface TopBarProps {
  /** Where am I: `<Crumbs>` after the wordmark. */
  readonly breadcrumb?: ReactNode;
  /** Is it saved: a short line after the breadcrumb. */
  readonly status?: ReactNode;
  /** Buttons of the page before those of the application. */
  readonly tools?: ReactNode;
  /** The one main action, at the end of the bar. */
  readonly action?: ReactNode;
}

/** Where am I, is it saved, and the one main action; between them the tools that every page has. */
export function TopBar({ breadcrumb, status, tools, action }: TopBarProps) {
  const { t } = useTranslation();
  return (
    <header className={styles.bar}>
      <a className={styles.skip} href={`#${CONTENT}`}>
        {t('app.skip')}
      </a>
      <div className={styles.where}>
        <Wordmark />
        {breadcrumb && <div className={styles.breadcrumb}>{breadcrumb}</div>}
        {status && <div className={styles.status}>{status}</div>}
        <JobsLine />
      </div>
      <div className={styles.tools}>
        {tools}
        <CommandButton command="app.palette" icon={<IconSearch size={18} stroke={1.75} />} />
        <CommandButton command="app.keys" icon={<IconKeyboard size={18} stroke={1.75} />} />
        <LanguageSwitch />
        <ColorSchemeSwitch />
        <SettingsLink />
      </div>
      {action}
    </header>
  );
}

function CommandButton({ command, icon }: { readonly command: 'app.palette' | 'app.keys'; readonly icon: ReactNode }) {
  const { t } = useTranslation();
  const run = useRunCommand();
  const name = t(`keys.command.${command}`);
  return (
    <Tooltip
      label={
        <>
          {name} <KeyCap command={command} />
        </>
      }
    >
      <ActionIcon aria-label={name} onClick={() => run(command)}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

function SettingsLink() {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('app.settings')}>
      <ActionIcon aria-label={t('app.settings')} renderRoot={(props) => <Link to="/settings" {...props} />}>
        <IconSettings size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}

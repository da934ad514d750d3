import { ActionIcon, Tabs, Tooltip, VisuallyHidden } from '@mantine/core';
import {
  type Icon,
  IconChecklist,
  IconDatabaseSearch,
  IconHistory,
  IconInfoCircle,
  IconLayoutRows,
  IconLifebuoy,
  IconLink,
  IconTag,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandId } from '../keys/commands.ts';
import { KeyCap } from '../keys/key-cap.tsx';
import styles from './panel.module.css';

export const panelTabs = ['entities', 'matches', 'links', 'alignment', 'segment', 'checks', 'history', 'tray'] as const;
export type PanelTab = (typeof panelTabs)[number];

/** What a tab is known by beside its word, and the command that opens it. */
const looks: Readonly<Record<PanelTab, { readonly icon: Icon; readonly opens?: CommandId }>> = {
  entities: { icon: IconTag },
  matches: { icon: IconDatabaseSearch, opens: 'matches.open' },
  links: { icon: IconLink, opens: 'links.open' },
  alignment: { icon: IconLayoutRows, opens: 'alignment.open' },
  segment: { icon: IconInfoCircle },
  checks: { icon: IconChecklist, opens: 'checks.open' },
  history: { icon: IconHistory, opens: 'history.open' },
  tray: { icon: IconLifebuoy },
};

interface PanelProps {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly onClose: () => void;
  /** What each tab shows; a tab without content is not there. */
  readonly content: Readonly<Partial<Record<PanelTab, ReactNode>>>;
  /** How much there is to look at in a tab. */
  readonly counts: Readonly<Partial<Record<PanelTab, number>>>;
}

/** The panel at the end side: one tab at a time. Each stands there as a sign, the open one with its word. */
export function Panel({ tab, onTab, onClose, content, counts }: PanelProps) {
  const { t } = useTranslation();
  const tabs = panelTabs.filter((known) => content[known] !== undefined);
  return (
    <Tabs
      value={tab}
      onChange={(value) => onTab(tabs.find((known) => known === value) ?? tab)}
      className={styles.panel ?? ''}
      keepMounted={false}
    >
      <div className={styles.head}>
        <Tabs.List aria-label={t('workbench.panel.label')} className={styles.tabs ?? ''}>
          {tabs.map((known) => (
            <Tab key={known} tab={known} isShown={known === tab} count={counts[known] ?? 0} />
          ))}
        </Tabs.List>
        <ActionIcon aria-label={t('workbench.panel.close')} onClick={onClose}>
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
      </div>
      {tabs.map((known) => (
        <Tabs.Panel key={known} value={known} className={styles.content ?? ''}>
          {content[known]}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

interface TabProps {
  readonly tab: PanelTab;
  readonly isShown: boolean;
  /** How much there is to look at in it. */
  readonly count: number;
}

function Tab({ tab, isShown, count }: TabProps) {
  const { t } = useTranslation();
  const { icon: Sign, opens } = looks[tab];
  const word = t(`workbench.panel.${tab}`);
  return (
    <Tooltip
      label={
        <>
          {word} {opens && <KeyCap command={opens} />}
        </>
      }
    >
      <Tabs.Tab value={tab}>
        <Sign size={17} stroke={1.75} aria-hidden className={styles.sign} />
        {isShown ? <span className={styles.word}>{word}</span> : <VisuallyHidden>{word}</VisuallyHidden>}{' '}
        {count > 0 && <span className={styles.count}>{t('workbench.panel.count', { count })}</span>}
      </Tabs.Tab>
    </Tooltip>
  );
}

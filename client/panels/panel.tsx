import { ActionIcon, Tabs } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './panel.module.css';

export const panelTabs = ['entities', 'links', 'alignment', 'segment', 'checks', 'history', 'tray'] as const;
export type PanelTab = (typeof panelTabs)[number];

interface PanelProps {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly onClose: () => void;
  /** What each tab shows; a tab without content is not there. */
  readonly content: Readonly<Partial<Record<PanelTab, ReactNode>>>;
  /** How much there is to look at in a tab. */
  readonly counts: Readonly<Partial<Record<PanelTab, number>>>;
}

/** The panel at the end side: one tab at a time. */
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
            <Tabs.Tab key={known} value={known}>
              {t(`workbench.panel.${known}`)}{' '}
              {counts[known] ? (
                <span className={styles.count}>{t('workbench.panel.count', { count: counts[known] })}</span>
              ) : null}
            </Tabs.Tab>
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

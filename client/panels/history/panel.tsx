import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../keys/key-cap.tsx';
import { queries } from '../../platform/server.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { Moment } from '../../ui/moment.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { type HistoryEntry, historyEntries } from './history.ts';
import styles from './panel.module.css';
import { RenameVersion } from './rename-version.tsx';
import { useVersions } from './use-versions.ts';

/** How long typing rests before the list is asked for again, in milliseconds. */
const REST = 800;

interface HistoryPanelProps {
  readonly document: string;
  readonly timeline: Timeline;
  readonly onSave: () => void;
  readonly onRestore: (version: number) => void;
}

/** The history of a document, newest first: named versions, and between them what was changed in one go. */
export function HistoryPanel({ document, timeline, onSave, onRestore }: HistoryPanelProps) {
  const { t } = useTranslation();
  const versions = useVersions(document);
  const head = useSyncExternalStore(
    (listener) => timeline.subscribe(listener),
    () => timeline.saving().version,
  );
  const { refetch } = versions;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new version is one to list, once typing rests
  useEffect(() => {
    const timer = setTimeout(() => void refetch(), REST);
    return () => clearTimeout(timer);
  }, [head, refetch]);
  const entries = historyEntries(versions.checkpoints, versions.named);
  return (
    <>
      <div className={styles.save}>
        <Button size="compact-sm" variant="light" onClick={onSave}>
          {t('history.save')}
        </Button>
        <KeyCap command="version.save" />
      </div>
      {versions.error && <Trouble error={versions.error} retry={() => void versions.refetch()} />}
      {versions.isSuccess && entries.length === 0 && <p className={styles.empty}>{t('history.empty')}</p>}
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <Entry
            key={entry.version}
            document={document}
            entry={entry}
            isHead={entry.version === head}
            onRestore={onRestore}
          />
        ))}
        {versions.isSuccess && !versions.hasNextPage && entries.at(-1)?.version !== 0 && (
          <Entry
            document={document}
            entry={{ version: 0, at: null, person: null, names: [t('history.imported')], steps: 0 }}
            isHead={head === 0}
            onRestore={onRestore}
          />
        )}
      </ol>
      {versions.hasNextPage && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={versions.isFetchingNextPage}
          onClick={() => void versions.fetchNextPage()}
        >
          {t('history.more')}
        </Button>
      )}
    </>
  );
}

interface EntryProps {
  readonly document: string;
  readonly entry: Omit<HistoryEntry, 'at' | 'person'> & { readonly at: number | null; readonly person: string | null };
  readonly isHead: boolean;
  readonly onRestore: (version: number) => void;
}

function Entry({ document, entry, isHead, onRestore }: EntryProps) {
  const { t } = useTranslation();
  const { version, at, names, steps } = entry;
  const [renaming, setRenaming] = useState<string | null>(null);
  return (
    <li className={styles.entry} data-named={names.length > 0 || undefined}>
      <div className={styles.text}>
        <Link to="/documents/$document/versions/$version" params={{ document, version: String(version) }}>
          {names.length > 0 ? names.map((name) => <bdi key={name}>{name}</bdi>) : at !== null && <Moment at={at} />}
        </Link>
        <small>
          {names.length > 0 && at !== null && (
            <>
              <Moment at={at} /> ·{' '}
            </>
          )}
          {isHead ? t('history.now') : t('history.version', { version })}
          {steps > 0 && <> · {t('history.steps', { count: steps })}</>}
        </small>
      </div>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('history.version', { version })}>
            <IconDots size={16} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            renderRoot={(props) => (
              <Link
                to="/documents/$document/versions/$version"
                params={{ document, version: String(version) }}
                {...props}
              />
            )}
          >
            {t('history.open')}
          </Menu.Item>
          {!isHead && (
            <>
              <Menu.Item
                renderRoot={(props) => (
                  <Link
                    to="/documents/$document/compare"
                    params={{ document }}
                    search={{ before: version }}
                    {...props}
                  />
                )}
              >
                {t('history.compare')}
              </Menu.Item>
              <Menu.Item onClick={() => onRestore(version)}>{t('history.restore')}</Menu.Item>
            </>
          )}
          {at !== null && <NameItems document={document} version={version} names={names} onRename={setRenaming} />}
        </Menu.Dropdown>
      </Menu>
      {renaming !== null && (
        <RenameVersion document={document} version={version} name={renaming} onClose={() => setRenaming(null)} />
      )}
    </li>
  );
}

function NameItems({
  document,
  version,
  names,
  onRename,
}: Pick<EntryProps, 'document'> &
  Pick<HistoryEntry, 'version' | 'names'> & { readonly onRename: (name: string) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const unname = useMutation(
    queries.version.unname.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: queries.version.list.queryKey({ document }) }),
    }),
  );
  return names.map((name) => (
    <Fragment key={name}>
      <Menu.Item onClick={() => onRename(name)}>
        {t('history.rename')} <bdi>{name}</bdi>
      </Menu.Item>
      <Menu.Item onClick={() => unname.mutate({ document, version, name })}>
        {t('history.removeName')} <bdi>{name}</bdi>
      </Menu.Item>
    </Fragment>
  ));
}

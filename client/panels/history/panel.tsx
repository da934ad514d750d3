import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../keys/key-cap.tsx';
import { queries } from '../../platform/server.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { Moment } from '../../ui/moment.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { type HistoryLine, historyLines } from './history.ts';
import styles from './panel.module.css';
import { RenameVersion } from './rename-version.tsx';
import { saidOf, titleOf } from './said.ts';
import { useVersions } from './use-versions.ts';

/** How long typing rests before the list is asked for again, in milliseconds. */
const REST = 800;

interface HistoryPanelProps {
  readonly document: string;
  readonly timeline: Timeline;
  readonly onSave: () => void;
  readonly onRestore: (version: number) => void;
}

/** The history of a document, newest first: what was done in one go, by whom and when, and the versions that have a name. */
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
  const lines = historyLines(versions.entries, versions.named);
  const isUntouched = lines.length === 1 && lines[0]?.version === 0;
  return (
    <>
      <div className={styles.save}>
        <Button size="compact-sm" variant="light" onClick={onSave}>
          {t('history.save')}
        </Button>
        <KeyCap command="version.save" />
      </div>
      {versions.error && <Trouble error={versions.error} retry={() => void versions.refetch()} />}
      {versions.isSuccess && isUntouched && <p className={styles.empty}>{t('history.empty')}</p>}
      <ol className={styles.entries}>
        {lines.map((line) => (
          <Entry
            key={line.version}
            document={document}
            line={line}
            isHead={line.version === head}
            onRestore={onRestore}
          />
        ))}
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
  readonly line: HistoryLine;
  readonly isHead: boolean;
  readonly onRestore: (version: number) => void;
}

function Entry({ document, line: { version, names, entry, isInside, at }, isHead, onRestore }: EntryProps) {
  const { t } = useTranslation();
  const title = titleOf(t, { version, name: names[0] });
  const said = entry && saidOf(t, entry);
  const from = isInside ? undefined : entry?.from;
  const [renaming, setRenaming] = useState<string | null>(null);
  return (
    <li className={styles.entry} data-named={names.length > 0 || undefined}>
      <div className={styles.text}>
        <Link to="/documents/$document/versions/$version" params={{ document, version: String(version) }}>
          {names.length > 0 ? names.map((name) => <bdi key={name}>{name}</bdi>) : said}
        </Link>
        <small>
          <Moment at={at} />
          {names.length > 0 && !isInside && <span>{said}</span>}
          {entry && entry.person !== '' && (
            <span>{entry.person === 'local' ? t('history.keyHolder') : <bdi>{entry.person}</bdi>}</span>
          )}
          {version > 0 && <span>{t('history.version', { number: version })}</span>}
          {isHead && <span>{t('history.now')}</span>}
        </small>
      </div>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('history.actions', { version: title })}>
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
          {from !== undefined && from >= 0 && (
            <CompareItem document={document} search={{ before: from, after: version }}>
              {t('history.compareBefore')}
            </CompareItem>
          )}
          {!isHead && (
            <>
              <CompareItem document={document} search={{ before: version }}>
                {t('history.compare')}
              </CompareItem>
              <Menu.Item onClick={() => onRestore(version)}>{t('history.restore')}</Menu.Item>
            </>
          )}
          <NameItems document={document} version={version} names={names} onRename={setRenaming} />
        </Menu.Dropdown>
      </Menu>
      {renaming !== null && (
        <RenameVersion document={document} version={version} name={renaming} onClose={() => setRenaming(null)} />
      )}
    </li>
  );
}

interface CompareItemProps {
  readonly document: string;
  readonly search: { readonly before: number; readonly after?: number };
  readonly children: ReactNode;
}

function CompareItem({ document, search, children }: CompareItemProps) {
  return (
    <Menu.Item
      renderRoot={(props) => (
        <Link to="/documents/$document/compare" params={{ document }} search={search} {...props} />
      )}
    >
      {children}
    </Menu.Item>
  );
}

function NameItems({
  document,
  version,
  names,
  onRename,
}: Pick<EntryProps, 'document'> &
  Pick<HistoryLine, 'version' | 'names'> & { readonly onRename: (name: string) => void }) {
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

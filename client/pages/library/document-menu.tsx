import { Menu } from '@mantine/core';
import {
  IconCopy,
  IconExternalLink,
  IconFileExport,
  IconFolderSymlink,
  IconHistory,
  IconLanguage,
} from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Opening } from '../../keys/opening.tsx';
import { lookForJobs } from '../../pairing/job.ts';
import { later } from '../../platform/later.ts';
import { queries } from '../../platform/server.ts';
import { notice } from '../../ui/notices.tsx';
import { linkId } from './link-id.ts';
import { MoveDialog } from './move-dialog.tsx';
import { refreshLibrary } from './refresh.ts';
import { RowMenu } from './row-menu.tsx';
import type { Document, Project } from './shelf.ts';
import { useArchive } from './use-archive.ts';

const exporting = later(async () => (await import('../../exporting/export-dialog.tsx')).ExportDialog);

const pairing = later(async () => (await import('../../pairing/pair-dialog.tsx')).PairDialog);

/** The most letters that a title has. */
const LONGEST = 200;

interface DocumentMenuProps {
  readonly document: Document;
  readonly project: Project;
  readonly onRename: () => void;
}

/** All that can be done with a document on its shelf. */
export function DocumentMenu({ document: { id, title }, project, onRename }: DocumentMenuProps) {
  const { t } = useTranslation();
  const [sheet, setSheet] = useState<'export' | 'move' | 'english' | null>(null);
  const [copy, setCopy] = useState<string | null>(null);
  const archive = useArchive();
  const duplicate = useMutation(
    queries.document.duplicate.mutationOptions({
      onSuccess: async (copy, asked) => {
        setCopy(copy.id);
        await refreshLibrary();
        notice(t('library.duplicated', { name: asked.title }));
      },
    }),
  );
  const button = useRef<HTMLButtonElement>(null);
  /** The dialog gives the focus back to where it comes from, which is no item of a menu that closes. */
  const open = (wanted: 'export' | 'move' | 'english') => {
    button.current?.focus();
    setSheet(wanted);
  };
  const close = () => setSheet(null);
  return (
    <>
      <RowMenu
        id={`actions-${id}`}
        button={button}
        name={title}
        before={
          <>
            <Menu.Item
              leftSection={<IconExternalLink size={15} stroke={1.75} />}
              renderRoot={(props) => <Link to="/documents/$document" params={{ document: id }} {...props} />}
            >
              {t('library.open')}
            </Menu.Item>
            <Menu.Item leftSection={<IconLanguage size={15} stroke={1.75} />} onClick={() => open('english')}>
              {t('pairing.addEnglish')}
            </Menu.Item>
            <Menu.Item leftSection={<IconFileExport size={15} stroke={1.75} />} onClick={() => open('export')}>
              {t('exporting.open')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconHistory size={15} stroke={1.75} />}
              renderRoot={(props) => (
                <Link to="/documents/$document" params={{ document: id }} search={{ panel: 'history' }} {...props} />
              )}
            >
              {t('library.versions')}
            </Menu.Item>
            <Menu.Divider />
          </>
        }
        between={
          <>
            <Menu.Item
              leftSection={<IconCopy size={15} stroke={1.75} />}
              onClick={() => duplicate.mutate({ id, title: t('library.copyOf', { name: title }).slice(0, LONGEST) })}
            >
              {t('library.duplicate')}
            </Menu.Item>
            <Menu.Item leftSection={<IconFolderSymlink size={15} stroke={1.75} />} onClick={() => open('move')}>
              {t('library.move.open')}
            </Menu.Item>
          </>
        }
        onRename={onRename}
        onArchive={() => archive({ kind: 'document', id, name: title }, true)}
      />
      {copy !== null && <Arrival document={copy} onArrive={() => setCopy(null)} />}
      {sheet === 'export' && (
        <Opening onGiveUp={close}>
          <exporting.Part document={id} project={project} onClose={close} />
        </Opening>
      )}
      {sheet === 'english' && (
        <Opening onGiveUp={close}>
          <pairing.Part
            destination={{ kind: 'document', document: id }}
            name={title}
            onBegun={lookForJobs}
            onClose={close}
          />
        </Opening>
      )}
      {sheet === 'move' && <MoveDialog document={{ id, title }} project={project} onClose={close} />}
    </>
  );
}

/** Gives the focus to a document as soon as it stands on its shelf. */
function Arrival({ document, onArrive }: { readonly document: string; readonly onArrive: () => void }) {
  const { data } = useQuery(queries.document.list.queryOptions({}));
  const isThere = data?.some(({ id }) => id === document);
  const arrive = useRef(onArrive);
  useEffect(() => {
    arrive.current = onArrive;
  });
  useEffect(() => {
    if (!isThere) return;
    window.document.getElementById(linkId(document))?.focus();
    arrive.current();
  }, [isThere, document]);
  return null;
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../shared/wire/version.ts';
import { createEditor } from '../../editor/editor.ts';
import { createEditorState } from '../../editor/plugins.ts';
import { Frame } from '../../frame/frame.tsx';
import { saidOf, titleOf } from '../../panels/history/said.ts';
import { openedDocument } from '../../platform/document.ts';
import { usePreferences } from '../../platform/preferences.ts';
import { queries } from '../../platform/server.ts';
import type { DocumentAtHand } from '../../timeline/authority.ts';
import { documentNode } from '../../timeline/document-node.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { editorLabels } from '../workbench/editor-labels.ts';
import { useRestore } from './use-restore.ts';
import styles from './version.module.css';

const route = getRouteApi('/documents/$document/versions/$version');

/** A version as it stood, to read. */
export function Version() {
  const { t } = useTranslation();
  const { document, version: asked } = route.useParams();
  const version = Number(asked);
  const restore = useRestore(document);
  const opened = useQuery(openedDocument(document, version));
  const place = useQuery(queries.version.place.queryOptions({ document, version }));
  const title = place.data ? titleOf(t, { version, name: place.data.names[0] }) : '';
  return (
    <Frame
      title={title}
      breadcrumb={
        opened.data && <Crumbs names={[opened.data.project.name, opened.data.title, title]} document={document} />
      }
      action={
        <Button onClick={() => void restore(version)} disabled={!opened.data}>
          {t('history.restore')}
        </Button>
      }
    >
      {opened.error && <Trouble error={opened.error} retry={() => void opened.refetch()} />}
      {opened.data && (
        <div className={styles.column}>
          <p className={styles.note}>
            {t('history.readOnly')} {place.data && <Told entry={place.data.entry} />}{' '}
            <Link to="/documents/$document/compare" params={{ document }} search={{ before: version }}>
              {t('history.compare')}
            </Link>
          </p>
          <Text opened={opened.data} />
        </div>
      )}
    </Frame>
  );
}

/** What led to the version, and when. */
function Told({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation();
  return (
    <>
      {saidOf(t, entry)} · <Moment at={entry.endedAt} /> ·
    </>
  );
}

function Text({ opened }: { readonly opened: DocumentAtHand }) {
  const { t } = useTranslation();
  const { language, sides } = usePreferences();
  const mount = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!mount.current) return;
    const document = { source: opened.source, outline: opened.outline };
    const editor = createEditor({
      mount: mount.current,
      state: createEditorState(documentNode(opened), document),
      document,
      labels: { ...editorLabels(t, language), placeholder: t('history.noRendering') },
      onNodeMenu: () => undefined,
      onNameMenu: () => undefined,
      onNotice: () => undefined,
    });
    editor.setReadOnly(true);
    editor.setSideOrder(sides);
    return () => editor.destroy();
  }, [opened, t, language, sides]);
  return <div ref={mount} className={styles.text} />;
}

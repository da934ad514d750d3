import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconFileExport, IconLayoutSidebarRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { closeHistory } from 'prosemirror-history';
import type { Transaction } from 'prosemirror-state';
import { Suspense, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isAligned } from '../../../shared/doc/model/alignment-tally.ts';
import { segmentCount } from '../../../shared/doc/model/read.ts';
import { emptyRegistry } from '../../../shared/names/registry/registry.ts';
import type { NameMenuOpening } from '../../editor/naming/naming-context.ts';
import { withOwnStanding } from '../../editor/state/status.ts';
import { Frame } from '../../frame/frame.tsx';
import type { Handlers } from '../../keys/desk.ts';
import { KeyCap } from '../../keys/key-cap.tsx';
import { Opening } from '../../keys/opening.tsx';
import { useCommands } from '../../keys/use-commands.ts';
import { useAgain } from '../../panels/alignment/use-again.ts';
import { useAskedUntil } from '../../panels/asked.ts';
import { Holding } from '../../panels/checks/holding.tsx';
import { useChecks } from '../../panels/checks/use.ts';
import { followBegun } from '../../panels/entities/begun-here.ts';
import { EntitiesPanel } from '../../panels/entities/panel.tsx';
import { activeNames } from '../../panels/entities/use.ts';
import { nameBefore, versionTitle } from '../../panels/history/version-title.ts';
import { Confirmed } from '../../panels/matches/confirmed.tsx';
import { MatchKeys } from '../../panels/matches/keys.tsx';
import { Panel, type PanelTab } from '../../panels/panel.tsx';
import { SegmentPanel } from '../../panels/segment/panel.tsx';
import { TermKeys } from '../../panels/terms/keys.tsx';
import { TermList } from '../../panels/terms/list.tsx';
import { TrayPanel } from '../../panels/tray/panel.tsx';
import { later, useFetchLater } from '../../platform/later.ts';
import { prefer, preferences } from '../../platform/preferences.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { notice, noticeTrouble } from '../../ui/notices.tsx';
import { problemsText } from '../../ui/problem-text.ts';
import { Company } from './company.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FindBar } from './find-bar.tsx';
import { FooterKeys } from './footer-keys.tsx';
import { MendBar, useMendMode } from './mend-bar.tsx';
import styles from './open-work.module.css';
import { ProgressLine } from './progress-line.tsx';
import { proposeAgain } from './rejected.ts';
import { restoreKept } from './restore-kept.ts';
import { Saving } from './saving.tsx';
import { selectedWords } from './search/selected-words.ts';
import type { Sheet } from './sheets.tsx';
import { TrayNotice } from './tray-notice.tsx';
import { useCompanions } from './use-companions.ts';
import { useCorrected } from './use-corrected.ts';
import { useEditor, useOpeningSegment } from './use-editor.ts';
import { proposalEvents, useEntityChooser, useNameKnowledge, useProposals } from './use-knowledge.ts';
import { useLabels } from './use-labels.ts';
import { useLinkSuggestions } from './use-link-suggestions.ts';
import { usePlace } from './use-place.ts';
import type { Work } from './use-timeline.ts';

const sheets = later(async () => (await import('./sheets.tsx')).Sheets);
const history = later(async () => (await import('../../panels/history/panel.tsx')).HistoryPanel);
const checksPanel = later(async () => (await import('../../panels/checks/panel.tsx')).ChecksPanel);
const matchesPanel = later(async () => (await import('../../panels/matches/panel.tsx')).MatchesPanel);
const sameAgain = later(async () => (await import('../../panels/matches/same-again.tsx')).SameAgain);
const linksPanel = later(async () => (await import('../../panels/links/panel.tsx')).LinksPanel);
const alignmentPanel = later(async () => (await import('../../panels/alignment/panel.tsx')).AlignmentPanel);
const mentionMenu = later(async () => (await import('./mention-menu.tsx')).MentionMenu);
const parts = [sheets, history, checksPanel, matchesPanel, sameAgain, linksPanel, alignmentPanel, mentionMenu];

interface OpenWorkProps {
  readonly work: Work;
  /** Id of the segment to go to. */
  readonly segment: string | undefined;
  /** The tab of the panel that is asked for. */
  readonly first: PanelTab | undefined;
}

/** A document at work: the editor between its bar, its panel and its line. */
export function OpenWork({ work, segment, first }: OpenWorkProps) {
  const { t } = useTranslation();
  const { timeline, tray } = work;
  const document = usePlace(useCorrected(work));
  const current = useMemo(() => ({ ...work, document }), [work, document]);
  const navigate = useNavigate();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [bars, setBars] = useState({ find: false, filter: false });
  const [panel, setPanel] = useState<PanelTab | null>(() => first ?? (window.innerWidth >= 1100 ? 'entities' : null));
  const [naming, setNaming] = useState<NameMenuOpening | null>(null);
  const [invisibles, setInvisibles] = useState(false);

  const proposals = useMemo(() => proposalEvents(work), [work]);
  const [mount, editor] = useEditor(work, {
    proposals,
    onNodeMenu: (_, anchor) => setSheet({ kind: 'state', anchor }),
    onNameMenu: setNaming,
    onNotice: (key, count = 0) => notice(t(`workbench.notice.${key}`, { count }), key),
  });
  const people = useCompanions(work, editor);
  useOpeningSegment(work, editor, segment);
  useFetchLater(parts);
  const labels = useLabels(document.project.id, editor);
  const known = useNameKnowledge(document.project.id);
  const isProposing = useProposals(work, editor, known, labels);
  useEntityChooser(work, editor, known);
  useEffect(() => followBegun(work.timeline), [work.timeline]);
  useLinkSuggestions(current, editor, known);
  const registry = known.registry ?? emptyRegistry;
  const names = useMemo(
    () => editor && activeNames(document.source, registry, editor, proposals.accepted),
    [document, registry, editor, proposals],
  );
  useCommands(() => names?.handlers() ?? {});
  const onShow = (open: boolean) => setPanel((now) => (open || now ? 'checks' : null));
  const { checks, handlers: checkHandlers } = useChecks({
    document,
    timeline,
    editor,
    hasPanel: panel !== null,
    onShow,
  });
  const again = useAgain({
    editor,
    project: document.project.id,
    source: { text: document.source, paragraphs: document.outline.paragraphs },
    registry: known.registry,
  });
  const mode = useMendMode(editor);
  // Told when a key asks: the mode may have begun in the frame before.
  useCommands(() =>
    editor?.mending.mode === 'on'
      ? {
          ...editor.mending.commands,
          'mend.again': () => again.run('here'),
          'mend.againAll': () => again.run('everywhere'),
        }
      : {},
  );
  const recovered = useSyncExternalStore(tray.subscribe, tray.items);
  const total = useSyncExternalStore(
    (listener) => timeline.subscribe(listener),
    () => segmentCount(timeline.state.doc),
  );
  const aligned = useSyncExternalStore(
    (listener) => timeline.subscribe(listener),
    () => isAligned(timeline.state.doc),
  );

  const place = useMemo(
    () => ({ project: document.project.id, document: document.id, source: document.source }),
    [document],
  );

  const backToText = useCallback(() => {
    setSheet(null);
    editor?.focus();
  }, [editor]);

  const openRepeats = () => {
    const subject = editor?.naming.repeatSubject();
    setNaming(null);
    if (subject) setSheet({ kind: 'repeats', subject });
    else notice(t('places.noSubject'), 'repeats');
  };

  const toggleProposals = () => {
    const { proposals: isOn } = preferences();
    prefer({ proposals: !isOn });
    notice(t(isOn ? 'proposal.off' : 'proposal.on'), 'proposals');
  };

  const bringBack = async (version: number) => {
    try {
      const begin = (tr: Transaction) => withOwnStanding(closeHistory(tr));
      const title = await versionTitle(t, document.id, version);
      const said = await restoreKept(timeline, version, nameBefore(t, title), begin);
      notice(t(`history.${said}`, { version: title, why: problemsText(t, timeline.refusal) }));
    } catch (error) {
      noticeTrouble(error);
    }
  };

  const proposing: Handlers = {
    'proposal.next': editor?.commands['proposal.next'],
    'proposal.acceptAll': () => setSheet({ kind: 'acceptAll' }),
  };
  const asked = useAskedUntil(isProposing, editor, proposing, () => notice(t('proposal.reading'), 'proposals'));
  const handlers: Handlers = {
    ...editor?.commands,
    ...checkHandlers,
    ...asked,
    'checks.project': () =>
      void navigate({ to: '/projects/$project/checks', params: { project: document.project.id } }),
    'segment.goTo': () => setSheet({ kind: 'goTo' }),
    'version.save': () => setSheet({ kind: 'save' }),
    'export.open': () => setSheet({ kind: 'export' }),
    'pair.english': () => setSheet({ kind: 'english' }),
    'history.open': () => setPanel('history'),
    'matches.open': () => setPanel('matches'),
    'memories.project': () =>
      void navigate({ to: '/projects/$project/memories', params: { project: document.project.id } }),
    'terms.project': () => void navigate({ to: '/projects/$project/terms', params: { project: document.project.id } }),
    'links.open': () => setPanel('links'),
    'alignment.open': () => setPanel('alignment'),
    'releases.project': () =>
      void navigate({ to: '/projects/$project/releases', params: { project: document.project.id } }),
    'links.project': () => void navigate({ to: '/projects/$project/links', params: { project: document.project.id } }),
    'view.panel': () => setPanel(panel ? null : 'entities'),
    'view.filter': () => setBars({ ...bars, filter: true }),
    'find.open': () => setBars({ ...bars, find: true }),
    'search.concordance': () => setSheet({ kind: 'concordance', sought: selectedWords() }),
    'search.replace': () => setSheet({ kind: 'replace', sought: selectedWords() }),
    'mention.repeats': openRepeats,
    'view.proposals': toggleProposals,
    'view.invisibles': () => {
      editor?.setInvisibles(!invisibles);
      setInvisibles(!invisibles);
    },
  };
  useCommands(handlers);

  return (
    <Frame
      title={document.title}
      breadcrumb={<Crumbs names={[document.project.name, document.title]} />}
      status={<Saving timeline={timeline} />}
      tools={
        <>
          <Company people={people} />
          <Tooltip
            label={
              <>
                {t(panel ? 'workbench.panel.close' : 'workbench.panel.open')} <KeyCap command="view.panel" />
              </>
            }
          >
            <ActionIcon
              aria-label={t(panel ? 'workbench.panel.close' : 'workbench.panel.open')}
              aria-expanded={panel !== null}
              onClick={() => setPanel(panel ? null : 'entities')}
            >
              <IconLayoutSidebarRight size={18} stroke={1.75} className={styles.mirrored} />
            </ActionIcon>
          </Tooltip>
        </>
      }
      action={
        <Button leftSection={<IconFileExport size={18} stroke={1.75} />} onClick={() => setSheet({ kind: 'export' })}>
          {t('exporting.open')}
        </Button>
      }
      panel={
        panel && (
          <Panel
            tab={panel}
            onTab={setPanel}
            onClose={() => {
              setPanel(null);
              editor?.focus();
            }}
            counts={{ checks: checks.open?.length ?? 0 }}
            content={{
              entities: (
                <>
                  <EntitiesPanel
                    project={document.project.id}
                    names={names}
                    labels={labels}
                    onProposeAgain={(keys) => {
                      void proposeAgain(document.id, keys);
                      editor?.focus();
                    }}
                  />
                  {editor && <TermList editor={editor} project={place.project} source={place.source} />}
                </>
              ),
              matches: editor && (
                <Suspense>
                  <matchesPanel.Part editor={editor} place={place} />
                </Suspense>
              ),
              links: editor && (
                <Suspense>
                  <linksPanel.Part editor={editor} project={document.project.id} source={document.source} />
                </Suspense>
              ),
              ...((aligned || mode !== 'off' || panel === 'alignment') &&
                editor && {
                  alignment: (
                    <Suspense>
                      <alignmentPanel.Part
                        editor={editor}
                        source={document.source}
                        again={again}
                        onFilter={() => setBars({ ...bars, filter: true })}
                      />
                    </Suspense>
                  ),
                }),
              segment: <SegmentPanel editor={editor} source={document.source} outline={document.outline} />,
              checks: (
                <Suspense>
                  <checksPanel.Part project={document.project.id} labels={labels} checks={checks} />
                </Suspense>
              ),
              history: (
                <Suspense>
                  <history.Part
                    document={document.id}
                    timeline={timeline}
                    onSave={() => setSheet({ kind: 'save' })}
                    onRestore={(version) => void bringBack(version)}
                  />
                </Suspense>
              ),
              ...((recovered.length > 0 || panel === 'tray') && {
                tray: (
                  <TrayPanel
                    items={recovered}
                    onInsert={(text) => {
                      timeline.dispatch(timeline.state.tr.insertText(text));
                      editor?.focus();
                    }}
                    onDismiss={tray.dismiss}
                  />
                ),
              }),
            }}
          />
        )
      }
      footer={
        <>
          <ProgressLine work={work} />
          <FooterKeys names={names} labels={labels} />
        </>
      }
    >
      <div className={styles.column}>
        {recovered.length > 0 && panel !== 'tray' && (
          <TrayNotice count={recovered.length} onLook={() => setPanel('tray')} />
        )}
        {editor && bars.find && <FindBar editor={editor} onClose={() => setBars({ ...bars, find: false })} />}
        {editor && bars.filter && (
          <FilterBar
            editor={editor}
            total={total}
            aligned={aligned}
            onClose={() => setBars({ ...bars, filter: false })}
          />
        )}
        <div ref={mount} className={styles.text} />
        {editor && (
          <Holding project={place.project} source={place.source} editor={editor} checks={checks} labels={labels} />
        )}
        {editor && <MatchKeys editor={editor} place={place} />}
        {editor && <TermKeys editor={editor} project={place.project} source={place.source} />}
        {editor && (
          <Confirmed editor={editor}>
            {(confirmed) => (
              <Suspense>
                <sameAgain.Part editor={editor} place={place} confirmed={confirmed} />
              </Suspense>
            )}
          </Confirmed>
        )}
        {editor && (mode !== 'off' || again.share !== null) && <MendBar editor={editor} again={again} />}
      </div>
      {editor && sheet && (
        <Opening key={sheet.kind} onGiveUp={backToText}>
          <sheets.Part
            sheet={sheet}
            work={current}
            total={total}
            editor={editor}
            labels={labels}
            onGo={(index) => editor.goTo(index)}
            onClose={backToText}
          />
        </Opening>
      )}
      {editor && naming && (
        <Opening takesFocus={naming.focus} onGiveUp={() => setNaming(null)}>
          <mentionMenu.Part
            editor={editor}
            labels={labels}
            opening={naming}
            work={current}
            registry={registry}
            onRepeats={openRepeats}
            onClose={() => setNaming(null)}
          />
        </Opening>
      )}
    </Frame>
  );
}

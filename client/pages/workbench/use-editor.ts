import type { Node } from 'prosemirror-model';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../../../shared/core/progress.ts';
import { isConfirmed } from '../../../shared/core/status.ts';
import { progressAfter } from '../../../shared/doc/model/progress.ts';
import { type Segment, segmentById } from '../../../shared/doc/model/read.ts';
import { nextUndone, stand } from '../../editor/commands/navigate.ts';
import { createEditor, type Editor, type EditorOptions } from '../../editor/editor.ts';
import { readSelection } from '../../editor/page/dom-selection.ts';
import { placeIn, rememberPlace } from '../../platform/places.ts';
import { usePreferences } from '../../platform/preferences.ts';
import { editorLabels } from './editor-labels.ts';
import type { Work } from './use-timeline.ts';

/** How long the caret rests before its place is kept, in milliseconds. */
const REST = 300;

type Events = Required<Pick<EditorOptions, 'onNodeMenu' | 'onNameMenu' | 'onNotice' | 'proposals'>>;

/** Mounts the editor of a document at work, and keeps it in the language and order of the interface. The editor alone
 *  owns the text; React only hears of it. */
export function useEditor(work: Work, events: Events): readonly [RefObject<HTMLDivElement | null>, Editor | null] {
  const { t } = useTranslation();
  const { language, sides } = usePreferences();
  const mount = useRef<HTMLDivElement>(null);
  const latest = useRef(events);
  const labels = useMemo(() => editorLabels(t, language), [t, language]);
  const [editor, setEditor] = useState<Editor | null>(null);

  useEffect(() => {
    latest.current = events;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of language or sides is told to the editor that is there
  useEffect(() => {
    if (!mount.current) return;
    const { timeline, document } = work;
    const created = createEditor({
      mount: mount.current,
      state: timeline.state,
      document: { source: document.source, outline: document.outline },
      labels,
      dispatch: (tr) => timeline.dispatch(tr),
      onNodeMenu: (segment, anchor) => latest.current.onNodeMenu(segment, anchor),
      onNameMenu: (opening) => latest.current.onNameMenu(opening),
      onNotice: (key, count) => latest.current.onNotice(key, count),
      proposals: {
        accepted: (proposal) => latest.current.proposals.accepted(proposal),
        rejected: (key) => latest.current.proposals.rejected(key),
        recalled: (key) => latest.current.proposals.recalled(key),
      },
    });
    timeline.onTaking = () => readSelection(created.view);
    const stop = timeline.subscribe(() => {
      if (created.view.state !== timeline.state) created.view.updateState(timeline.state);
    });
    setEditor(created);
    return () => {
      stop();
      timeline.onTaking = () => {};
      created.destroy();
      setEditor(null);
    };
  }, [work]);

  useEffect(() => editor?.setLabels(labels), [editor, labels]);
  useEffect(() => editor?.setSideOrder(sides), [editor, sides]);
  return [mount, editor];
}

/** Goes to a segment once the editor stands, and to the next one that is asked for; a segment that is gone leaves the caret
 *  where it is. Where none is asked for, to where one was in this browser, else to the first that is not confirmed. */
export function useOpeningSegment(
  { document, timeline }: Work,
  editor: Editor | null,
  segment: string | undefined,
): void {
  useEffect(() => {
    if (!editor) return;
    const { view } = editor;
    const { doc } = timeline.state;
    const asked = segment ?? placeIn(document.id);
    const found = (asked !== null && segmentById(doc, asked)) || (segment === undefined && firstUnconfirmed(doc));
    if (found) view.dispatch(stand(view.state.tr, found));
    const before = window.document.activeElement;
    // Keys find the caret at once; to be seen it needs the layout of all that came with it, which the next frame makes anyway.
    const frame = requestAnimationFrame(() => {
      if (window.document.activeElement === before) view.focus();
      if (found) view.dispatch(view.state.tr.scrollIntoView());
    });
    return () => cancelAnimationFrame(frame);
  }, [editor, segment, timeline, document]);
  useEffect(() => {
    if (!editor) return;
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const remember = () => {
      if (waiting) clearTimeout(waiting);
      waiting = null;
      const active = editor.activeSegment();
      if (active) rememberPlace(document.id, active.id);
    };
    const stop = editor.subscribe(() => {
      waiting ??= setTimeout(remember, REST);
    });
    window.addEventListener('pagehide', remember);
    return () => {
      stop();
      window.removeEventListener('pagehide', remember);
      remember();
    };
  }, [editor, document]);
}

function firstUnconfirmed(doc: Node): Segment | null {
  return nextUndone(doc, -1, () => true, isConfirmed);
}

/** The progress of the document at work: what the server counted, and what changed since, counted when typing rests. */
export function useProgress({ document: { source, progress: opened }, timeline }: Work): Progress {
  const [progress, setProgress] = useState(opened);
  useEffect(() => {
    let counted = { doc: timeline.opened, progress: opened };
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const count = () => {
      waiting = null;
      const { doc } = timeline.state;
      counted = { doc, progress: progressAfter(counted.progress, counted.doc, doc, source) };
      setProgress(counted.progress);
    };
    const stop = timeline.subscribe(() => {
      if (timeline.state.doc !== counted.doc) waiting ??= setTimeout(count, 100);
    });
    count();
    return () => {
      stop();
      if (waiting) clearTimeout(waiting);
    };
  }, [opened, timeline, source]);
  return progress;
}

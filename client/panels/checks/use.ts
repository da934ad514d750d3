import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { findingCounts } from '../../../shared/core/finding.ts';
import type { Outline } from '../../../shared/core/outline.ts';
import type { DocumentFinding } from '../../../shared/doc/checks/document-finding.ts';
import { type FindingKind, isOfKind } from '../../../shared/doc/checks/finding-kinds.ts';
import { toldFinding } from '../../../shared/doc/checks/told-finding.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Handlers } from '../../keys/desk.ts';
import { useKeyName } from '../../keys/key-cap.tsx';
import { queries } from '../../platform/server.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { notice } from '../../ui/notices.tsx';
import { useAskedUntil } from '../asked.ts';
import { useEntities } from '../entities/query.ts';
import { useGlossary, useTerms } from '../terms/glossary.ts';
import { useActiveId } from '../use-active.ts';
import { currentFinding, nextFinding, type Visit } from './current.ts';
import { useLitFinding } from './lit-finding.ts';
import { doRemedy, goToFinding, isAtCaret } from './place.ts';
import { type Reasons, useElsewhere, useIgnoring, usePolicy, useReasons } from './query.ts';
import { useCheckedDocument } from './reading.ts';
import { useKeepingWord, useSpelling } from './spelling.ts';
import { useMisspelt } from './use-misspelt.ts';
import { useFindingWords } from './words.ts';

/** What can be done about findings, each meant by its id. */
export interface FindingActions {
  /** Goes to where a finding is. */
  readonly go: (id: string) => void;
  readonly remedy: (id: string) => void;
  /** Adds the word that a finding is about to those of the project. */
  readonly keepWord: (id: string) => void;
  readonly ignore: (id: string, reason: string) => void;
  readonly tellAgain: (id: string) => void;
  /** Asks for the reason to ignore a finding; `null` ends the question. */
  readonly ask: (id: string | null) => void;
  readonly want: (kind: FindingKind | null) => void;
}

/** The findings of the document at work; the same object until something of it changes. */
export interface Checks {
  /** Those that nobody ignored, in the order of the document; `null` until it has been checked. */
  readonly open: readonly DocumentFinding[] | null;
  readonly ignored: readonly DocumentFinding[];
  readonly reasons: Reasons;
  /** The kind that is looked at, or `null` for all, and the findings of it. */
  readonly kind: FindingKind | null;
  readonly shown: readonly DocumentFinding[];
  /** The segments that a filter hides: their findings are listed, and not gone to. */
  readonly hidden: ReadonlySet<string>;
  /** 0-based places of the segments by id. */
  readonly places: ReadonlyMap<string, number>;
  /** The finding that keys are about. */
  readonly current: DocumentFinding | null;
  /** Id of the finding whose reason is asked for. */
  readonly asking: string | null;
  readonly actions: FindingActions;
}

interface ChecksOptions {
  readonly document: {
    readonly id: string;
    readonly source: string;
    readonly outline: Outline;
    readonly project: { readonly id: string };
  };
  readonly timeline: Timeline;
  readonly editor: Editor | null;
  /** True while a panel is there. */
  readonly hasPanel: boolean;
  /** Shows the findings; without `open` only where the panel is there already. */
  readonly onShow: (open: boolean) => void;
}

const none: readonly never[] = [];
const nowhere: ReadonlyMap<string, number> = new Map();
const noReasons: Reasons = new Map();
const nothingHidden: ReadonlySet<string> = new Set();

/** Follows the findings of the document at work, shows their number in its rows, and does what their keys say. */
export function useChecks({ document, timeline, editor, hasPanel, onShow }: ChecksOptions): {
  readonly checks: Checks;
  readonly handlers: Handlers;
} {
  const { t } = useTranslation();
  const { id, source, outline } = document;
  const { data: entities } = useEntities(document.project.id);
  const { data: labels } = useQuery(queries.label.list.queryOptions({ project: document.project.id }));
  const policy = usePolicy(document.project.id);
  const glossary = useGlossary(document.project.id);
  const elsewhere = useElsewhere(id, policy);
  const terms = useTerms(document.project.id);
  const spelling = useSpelling(document.project.id, policy, entities, terms.data ?? (terms.isError ? none : undefined));
  const known = [entities, labels, policy, elsewhere, glossary, spelling] as const;
  const { checked, check } = useCheckedDocument(timeline, source, ...known);
  const keepWord = useKeepingWord(document.project.id);
  const words = useFindingWords(labels ?? none);
  const key = useKeyName('check.remedy');
  const hidden = useHidden(editor);
  const reasons = useReasons(id);
  const ignoring = useIgnoring();
  const [visit, setVisit] = useState<Visit | null>(null);
  const [asking, setAsking] = useState<string | null>(null);
  const [kind, setKind] = useState<FindingKind | null>(null);

  const [open, ignored] = useMemo(() => {
    if (!checked || !reasons) return [null, none];
    const isIgnored = ({ id }: DocumentFinding) => reasons.has(id);
    return [checked.findings.filter((finding) => !isIgnored(finding)), checked.findings.filter(isIgnored)];
  }, [checked, reasons]);
  const shown = useMemo(() => open?.filter((finding) => isOfKind(finding, kind)) ?? none, [open, kind]);
  const places = checked?.places ?? nowhere;
  const at = useActiveId(editor);
  const touched = useTouched(editor, shown);
  const current = useMemo(
    () => currentFinding(shown, visit, at, ({ id }) => id === touched),
    [shown, visit, at, touched],
  );
  const visited = visit !== null && visit.segment === at && visit.finding === current?.id ? current : null;
  const lit = visited?.mention ?? null;
  useLitFinding(editor, visited);
  useMisspelt(editor, source, policy, spelling, reasons);

  useEffect(() => {
    if (open) editor?.setFindings(findingCounts(open));
  }, [editor, open]);
  useEffect(() => editor?.lightMention(lit), [editor, lit]);

  const go = (finding: DocumentFinding) => {
    if (!editor) return;
    if (editor.filtering.leftOut.has(finding.segment ?? '')) {
      notice(t('checks.notice.noneShown', { count: 1 }), 'checks');
      return;
    }
    const { view } = editor;
    goToFinding(finding, source)(view.state, view.dispatch);
    view.focus();
    setVisit({ finding: finding.id, segment: editor.activeSegment()?.id ?? null });
  };

  /** What is shown, as it is now: keys need not wait until typing rests. */
  const look = () => {
    const now = check();
    const all = now?.findings.filter((finding) => !reasons?.has(finding.id) && isOfKind(finding, kind)) ?? none;
    const inSight = all.filter(({ segment }) => !editor?.filtering.leftOut.has(segment ?? ''));
    return { all, inSight, places: now?.places ?? nowhere, at: editor?.activeSegment()?.id ?? null };
  };

  const step = (by: 1 | -1) => {
    const now = look();
    const placeOf = (segment: string | null) => now.places.get(segment ?? '') ?? Number.POSITIVE_INFINITY;
    const next = nextFinding(now.inSight, visit, now.at, by, placeOf);
    onShow(false);
    if (!next) {
      tellNone(now);
      return;
    }
    go(next);
    if (!hasPanel) tell(next);
  };

  /** Says what no panel shows. */
  const tell = (finding: DocumentFinding) => {
    const told = toldFinding(finding);
    const message = words.message(told);
    const remedy = words.remedy(told);
    notice(remedy === null ? message : t('checks.notice.withRemedy', { message, remedy, key }), 'checks');
  };

  /** Says why there is nothing to go to. */
  const tellNone = ({ all }: ReturnType<typeof look>) => {
    if (all.length > 0) notice(t('checks.notice.noneShown', { count: all.length }), 'checks');
    else notice(t('checks.notice.none'), 'checks');
  };

  const remedy = (wanted: string) => {
    const found = check()?.findings.find((finding) => finding.id === wanted)?.remedy;
    if (!editor) return;
    const { view } = editor;
    const { doc } = view.state;
    if (found) doRemedy(found, { text: source, paragraphs: outline.paragraphs })(view.state, view.dispatch);
    if (view.state.doc === doc) notice(t('checks.notice.changed'), 'checks');
    check();
  };

  const ofCurrent = (act: (finding: DocumentFinding) => void) => {
    const now = look();
    const isTouched = (finding: DocumentFinding) => editor !== null && isAtCaret(finding, editor.view.state);
    const about = currentFinding(now.all, visit, now.at, isTouched);
    if (about) act(about);
    else if (now.inSight.length > 0) notice(t('checks.notice.noneHere'), 'checks');
    else tellNone(now);
  };

  const find = (wanted: string, act: (finding: DocumentFinding) => void) => {
    const found = open?.find((finding) => finding.id === wanted);
    if (found) act(found);
  };
  const keep = ({ rule, values }: DocumentFinding) => {
    if (rule === 'text.spelling') keepWord(String(values.found), true);
    else notice(t('textChecks.words.noWord'), 'checks');
  };
  const latest = useRef({ find, go, remedy, ignoring, keep });
  useEffect(() => {
    latest.current = { find, go, remedy, ignoring, keep };
  });
  const actions = useMemo<FindingActions>(
    () => ({
      go: (wanted) => latest.current.find(wanted, latest.current.go),
      remedy: (wanted) => latest.current.remedy(wanted),
      keepWord: (wanted) => latest.current.find(wanted, latest.current.keep),
      ignore: (wanted, reason) => {
        setAsking(null);
        latest.current.ignoring.ignore(id, wanted, reason);
      },
      tellAgain: (wanted) => latest.current.ignoring.tellAgain(id, wanted),
      ask: setAsking,
      want: setKind,
    }),
    [id],
  );

  const checks = useMemo(
    () => ({ open, ignored, reasons: reasons ?? noReasons, kind, shown, hidden, places, current, asking, actions }),
    [open, ignored, reasons, kind, shown, hidden, places, current, asking, actions],
  );
  const handlers: Handlers = {
    'check.next': () => step(1),
    'check.previous': () => step(-1),
    'check.remedy': () =>
      ofCurrent((finding) => {
        if (finding.remedy) remedy(finding.id);
        else notice(t('checks.notice.noRemedy'), 'checks');
      }),
    'check.keepWord': () => ofCurrent(keep),
    'check.ignore': () =>
      ofCurrent((finding) => {
        onShow(true);
        setAsking(finding.id);
      }),
  };
  const asked = useAskedUntil(checked !== null, editor, handlers, () => notice(t('checks.notice.reading'), 'checks'));
  return { checks, handlers: { ...asked, 'checks.open': () => onShow(true) } };
}

/** The segments that a filter hides, followed by the component. */
function useHidden(editor: Editor | null): ReadonlySet<string> {
  const subscribe = useCallback((listener: () => void) => editor?.subscribe(listener) ?? (() => undefined), [editor]);
  return useSyncExternalStore(subscribe, () => editor?.filtering.leftOut ?? nothingHidden);
}

/** The id of the finding whose English the caret touches, followed by the component. */
function useTouched(editor: Editor | null, findings: readonly DocumentFinding[]): string | null {
  const subscribe = useCallback((listener: () => void) => editor?.subscribe(listener) ?? (() => undefined), [editor]);
  return useSyncExternalStore(subscribe, () => {
    const active = editor?.activeSegment()?.id ?? null;
    const isTouched = (finding: DocumentFinding) =>
      editor !== null && finding.segment === active && isAtCaret(finding, editor.view.state);
    return active === null ? null : (findings.find(isTouched)?.id ?? null);
  });
}

import { useQuery } from '@tanstack/react-query';
import { closeHistory } from 'prosemirror-history';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { realign } from '../../../shared/doc/edit/realign.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import type { Registry } from '../../../shared/names/registry/registry.ts';
import { enter } from '../../editor/commands/navigate.ts';
import type { Editor } from '../../editor/editor.ts';
import { withOwnStanding } from '../../editor/state/status.ts';
import { queries } from '../../platform/server.ts';
import { notice, noticeTrouble } from '../../ui/notices.tsx';
import { problemText } from '../../ui/problem-text.ts';
import { alignApart } from './again-work.ts';
import { allStretches, type OpenStretch, stretchAround } from './stretches.ts';

/** What the project has learned changes slowly: it is asked for again after so many milliseconds at the earliest. */
const STALE = 60_000;

/** Aligning again what nobody has confirmed. */
export interface Again {
  /** The share that is done; `null` while nothing runs. */
  readonly share: number | null;
  /** Aligns again around the active row, or everywhere. */
  run(where: 'here' | 'everywhere'): void;
  cancel(): void;
}

interface AgainOptions {
  readonly editor: Editor | null;
  readonly project: string;
  readonly source: SourceText;
  readonly registry: Registry | null | undefined;
}

/** Aligns rows again between confirmed ones, which stay; all of it is one undo. Rows that somebody changed meanwhile stay as
 *  they are. */
export function useAgain({ editor, project, source, registry }: AgainOptions): Again {
  const { t } = useTranslation();
  const learned = useQuery(queries.link.learned.queryOptions({ project }, { staleTime: STALE })).data;
  const [share, setShare] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const apply = (editor: Editor, stretches: readonly OpenStretch[], rows: Parameters<typeof realign>[3][]) => {
    const { view } = editor;
    const tr = withOwnStanding(closeHistory(view.state.tr));
    const active = editor.activeSegment();
    const changed = stretches.filter(({ first, last }, index) =>
      realign(tr, first, last, rows[index] ?? [], v7, source),
    ).length;
    if (changed === 0) {
      notice(t('alignment.again.same'), 'again');
      return;
    }
    const row = active && segmentById(tr.doc, active.id);
    if (row) enter(tr, row);
    view.dispatch(tr);
    view.dispatch(closeHistory(view.state.tr));
    notice(t('alignment.again.done', { count: changed }), 'again');
  };

  const run = async (where: 'here' | 'everywhere') => {
    if (!editor || running.current) return;
    if (!editor.view.editable) return notice(t('workbench.notice.readOnly'), 'again');
    const { doc } = editor.view.state;
    const stretches = where === 'everywhere' ? allStretches(doc) : stretchAround(doc, editor.activeSegment()?.id ?? '');
    if (stretches.length === 0) return notice(t('alignment.again.nothing'), 'again');
    const ending = new AbortController();
    running.current = ending;
    setShare(0);
    try {
      const order = {
        source: source.text,
        stretches: stretches.map(({ persian, english }) => ({ persian, english })),
        entities: registry?.entities ?? [],
        learned: learned ?? [],
      };
      const made = await alignApart(order, setShare, ending.signal);
      if (made === null) notice(t('alignment.again.stopped'), 'again');
      else if (made.ok) apply(editor, stretches, made.value as Parameters<typeof realign>[3][]);
      else for (const problem of made.problems) notice(problemText(t, problem), problem.rule);
    } catch (error) {
      noticeTrouble(error);
    } finally {
      running.current = null;
      setShare(null);
      editor.focus();
    }
  };

  const cancel = useCallback(() => running.current?.abort(), []);
  return { share, run: (where) => void run(where), cancel };
}

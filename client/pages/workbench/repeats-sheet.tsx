import { useMutation, useQuery } from '@tanstack/react-query';
import { closeHistory } from 'prosemirror-history';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { addMention } from '../../../shared/doc/edit/mention.ts';
import { freePlaces } from '../../../shared/doc/proposals/free-places.ts';
import type { Editor } from '../../editor/editor.ts';
import { type RepeatPlace, type RepeatSubject, repeatsInDocument } from '../../editor/naming/repeats.ts';
import { queries } from '../../platform/server.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { notice, noticeUndo } from '../../ui/notices.tsx';
import { TickList, type TickRow } from '../../ui/tick-list.tsx';
import type { Work } from './use-timeline.ts';

interface RepeatsSheetProps {
  readonly editor: Editor;
  readonly work: Work;
  readonly subject: RepeatSubject;
  readonly onClose: () => void;
}

/** The further places of a name in this document and the others of the project, in context. Those that stay ticked are marked
 *  alike: here by one change that one undo takes back, elsewhere by one change a document. */
export function RepeatsSheet({ editor, work, subject, onClose }: RepeatsSheetProps) {
  const { t } = useTranslation();
  const { id, title, project, source } = work.document;
  const { surface, label } = subject;
  const [here, setHere] = useState<readonly RepeatPlace[] | null>(null);
  const elsewhere = useQuery(
    queries.mention.repeats.queryOptions({ project: project.id, except: id, surface, label }, { staleTime: 0 }),
  );
  const mark = useMutation(queries.mention.markRepeats.mutationOptions());
  const undo = useMutation(queries.job.undo.mutationOptions());

  useEffect(() => {
    const ending = new AbortController();
    const { doc } = editor.view.state;
    void repeatsInDocument(doc, source, subject, ending.signal).then((found) => {
      if (!ending.signal.aborted) setHere(found);
    });
    return () => ending.abort();
  }, [editor, source, subject]);

  const others = elsewhere.data?.documents ?? [];
  const isUnreachable = elsewhere.error !== null || elsewhere.fetchStatus === 'paused';
  const isThere = here !== null && (!elsewhere.isPending || isUnreachable);
  const groups = [
    { key: id, title, rows: rowsOf(id, here ?? []) },
    ...others.map((one) => ({ key: one.document, title: one.title, rows: rowsOf(one.document, one.places) })),
  ].filter(({ rows }) => rows.length > 0);

  const submit = async (keys: ReadonlySet<string>) => {
    const chosen = (document: string, places: readonly RepeatPlace[]) =>
      places.filter((place) => keys.has(keyOf(document, place)));
    const documents = others.flatMap(({ document, places }) => {
      const ticked = chosen(document, places).map((place) => place.source);
      return ticked.length === 0 ? [] : [{ document, places: ticked }];
    });
    const { entity } = subject;
    const { job, marked } =
      documents.length === 0
        ? { job: null, marked: 0 }
        : await mark.mutateAsync({ project: project.id, label, entity, documents });
    const count = marked + markHere(editor, chosen(id, here ?? []), subject, source);
    onClose();
    if (job === null || marked === 0) {
      notice(t('places.done', { count }), 'places');
      return;
    }
    noticeUndo(t('places.marked', { count }), () => undo.mutate({ id: job }));
  };

  return (
    <Dialog title={t('places.title', { name: surface })} width={900} onClose={onClose}>
      {!isThere && <p role="status">{t('proposal.all.searching')}</p>}
      {isThere && groups.length === 0 && <p role="status">{t(isUnreachable ? 'places.unreachable' : 'places.none')}</p>}
      {isThere && groups.length > 0 && (
        <TickList
          groups={groups}
          submit={(count) => t('places.submit', { count })}
          isBusy={mark.isPending}
          onSubmit={(keys) => void submit(keys).catch(() => undefined)}
          onClose={onClose}
        >
          {isUnreachable && <p>{t('places.unreachable')}</p>}
          {elsewhere.data && !elsewhere.data.isAll && <p>{t('places.unlooked')}</p>}
          {elsewhere.data?.isAll && elsewhere.data.more > 0 && (
            <p>{t('places.more', { count: elsewhere.data.more })}</p>
          )}
        </TickList>
      )}
    </Dialog>
  );
}

/** Marks places of the open document in one change; gives how many could be marked. */
function markHere(
  { view }: Editor,
  places: readonly RepeatPlace[],
  { label, entity }: RepeatSubject,
  source: string,
): number {
  if (places.length === 0) return 0;
  const tr = closeHistory(view.state.tr);
  const free = freePlaces(tr.doc);
  const done = places.filter((place) => {
    const mention = { id: v7(), label, entity, state: 'accepted', source: place.source, rendering: null } as const;
    const range = { ...place.source, label };
    const isAdded = free.isFree(range) && addMention(tr, mention, source);
    if (isAdded) free.take(range);
    return isAdded;
  });
  if (tr.docChanged) view.dispatch(tr);
  return done.length;
}

function rowsOf(document: string, places: readonly RepeatPlace[]): readonly TickRow[] {
  return places.map((place) => {
    return { key: keyOf(document, place), fa: place.fa, en: place.en, source: place.at, rendering: null };
  });
}

function keyOf(document: string, { source }: RepeatPlace): string {
  return `${document} ${source.from}`;
}

import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { segments } from '../../../shared/doc/model/read.ts';
import type { Proposal } from '../../../shared/doc/proposals/proposal.ts';
import type { Editor } from '../../editor/editor.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LabelTag } from '../../ui/label-tag.tsx';
import { notice } from '../../ui/notices.tsx';
import { TickList, type TickRow } from '../../ui/tick-list.tsx';

interface AcceptAllProps {
  readonly editor: Editor;
  readonly title: string;
  readonly source: string;
  readonly labels: readonly Label[];
  readonly onClose: () => void;
}

/** Proposals surer than this are accepted together. */
const SURE = 0.9;

/** Asks before all is accepted that is sure: every proposal in its sentence, with why it is made, to be unticked. One undo
 *  takes all of it back. */
export function AcceptAll({ editor, title, source, labels, onClose }: AcceptAllProps) {
  const { t } = useTranslation();
  const [proposals, setProposals] = useState<readonly Proposal[] | null>(null);
  useEffect(() => {
    let left = false;
    void editor.proposals.all().then((all) => left || setProposals(all.filter(({ score }) => score > SURE)));
    return () => {
      left = true;
    };
  }, [editor]);

  const submit = (keys: ReadonlySet<string>) => {
    const count = editor.proposals.acceptAll((proposals ?? []).filter(({ key }) => keys.has(key)));
    onClose();
    if (count > 0) notice(t('proposal.all.done', { count }), 'accepted');
  };
  const noteOf = ({ label, reason, score }: Proposal) => (
    <>
      <LabelTag label={label} labels={labels} />
      {t('proposal.because', { reason: t(`proposal.reason.${reason}`), score })}
    </>
  );
  return (
    <Dialog title={t('proposal.all.title')} width={900} onClose={onClose}>
      {proposals === null && <p role="status">{t('proposal.all.searching')}</p>}
      {proposals?.length === 0 && <p role="status">{t('proposal.all.none', { score: SURE })}</p>}
      {proposals && proposals.length > 0 && (
        <TickList
          groups={[{ key: 'here', title, rows: rowsOf(proposals, editor, source, noteOf) }]}
          submit={(count) => t('proposal.all.submit', { count })}
          onSubmit={submit}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

function rowsOf(
  proposals: readonly Proposal[],
  editor: Editor,
  source: string,
  noteOf: (proposal: Proposal) => ReactNode,
): readonly TickRow[] {
  const all = new Map(segments(editor.view.state.doc).map((segment) => [segment.id, segment]));
  return proposals.flatMap((proposal) => {
    const segment = all.get(proposal.segment);
    if (!segment) return [];
    const { from, to, text: en } = segment;
    const { key, rendering } = proposal;
    const place = proposal.source && { from: proposal.source.from - from, to: proposal.source.to - from };
    return [{ key, fa: source.slice(from, to), en, source: place, rendering, note: noteOf(proposal) }];
  });
}

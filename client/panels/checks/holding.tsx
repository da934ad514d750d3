import { useState } from 'react';
import type { Label } from '../../../shared/core/label.ts';
import { isConfirmed, statuses } from '../../../shared/core/status.ts';
import type { DocumentFinding } from '../../../shared/doc/checks/document-finding.ts';
import { errorsIfConfirmed } from '../../../shared/doc/checks/text-checks.ts';
import { toldFinding } from '../../../shared/doc/checks/told-finding.ts';
import { sourceTextOf } from '../../../shared/doc/model/source.ts';
import type { Editor } from '../../editor/editor.ts';
import type { CommandId } from '../../keys/commands.ts';
import type { Handlers } from '../../keys/desk.ts';
import { Opening } from '../../keys/opening.tsx';
import { useCommands } from '../../keys/use-commands.ts';
import { later, useFetchLater } from '../../platform/later.ts';
import { useGlossary } from '../terms/glossary.ts';
import { usePolicy } from './query.ts';
import type { Checks } from './use.ts';
import { useFindingWords } from './words.ts';

const dialog = later(async () => (await import('./held-dialog.tsx')).HeldDialog);
const parts = [dialog];

interface HoldingProps {
  readonly project: string;
  readonly source: string;
  readonly editor: Editor;
  readonly checks: Checks;
  readonly labels: readonly Label[];
}

/** What vouches for a segment. */
const vouching = [
  ...(['segment.confirm', 'segment.confirmNext', 'segment.reviewNext'] as const),
  ...statuses.filter(isConfirmed).map((status) => `segment.setStatus.${status}` as const),
];

/** Where the project wants it so, asks before a segment with an error is confirmed; there is a way through. */
export function Holding({ project, source, editor, checks, labels }: HoldingProps) {
  const words = useFindingWords(labels);
  useFetchLater(parts);
  const policy = usePolicy(project);
  const glossary = useGlossary(project);
  const [held, setHeld] = useState<{ command: CommandId; errors: readonly DocumentFinding[] } | null>(null);

  const errors = (): readonly DocumentFinding[] => {
    const active = editor.activeSegment();
    const { doc } = editor.view.state;
    if (!active || !policy || isConfirmed(active.status)) return [];
    const known = checks.open?.filter(({ segment, severity }) => segment === active.id && severity === 'error') ?? [];
    const ofTexts = errorsIfConfirmed(active.node, sourceTextOf(doc, source), policy, { glossary });
    const found = new Map(
      [...known.filter(({ mention }) => mention !== null), ...ofTexts].map((each) => [each.id, each]),
    );
    return [...found.values()].filter(({ id }) => !checks.reasons.has(id));
  };
  const hold = (command: CommandId) => () => {
    const found = errors();
    if (found.length === 0) return false;
    setHeld({ command, errors: found });
    return true;
  };
  useCommands(
    policy?.holdsBack ? (Object.fromEntries(vouching.map((command) => [command, hold(command)])) as Handlers) : {},
  );

  if (!held) return null;
  const close = () => {
    setHeld(null);
    editor.focus();
  };
  return (
    <Opening onGiveUp={close}>
      <dialog.Part
        told={held.errors.map((finding) => ({ id: finding.id, message: words.message(toldFinding(finding)) }))}
        onClose={close}
        onGo={() => {
          close();
          (editor.commands as Handlers)[held.command]?.();
        }}
      />
    </Opening>
  );
}

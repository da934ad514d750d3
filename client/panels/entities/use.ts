import { TextSelection } from 'prosemirror-state';
import { useMemo, useSyncExternalStore } from 'react';
import { v7 } from 'uuid';
import { type LinkDisagreement, linkDisagreements } from '../../../shared/doc/checks/link-disagreement.ts';
import { segmentMentions } from '../../../shared/doc/model/marked.ts';
import type { Segment } from '../../../shared/doc/model/read.ts';
import type { Proposal } from '../../../shared/doc/proposals/proposal.ts';
import type { Registry } from '../../../shared/names/registry/registry.ts';
import type { Editor } from '../../editor/editor.ts';
import type { ProposalEvents } from '../../editor/proposals/proposals.ts';
import type { Handlers } from '../../keys/desk.ts';
import { insertName } from './insert.ts';
import { namesOfSegment, type SegmentName } from './names.ts';

/** The commands that take the first nine names, by their keys. */
export const insertCommands = [
  'entity.insert1',
  'entity.insert2',
  'entity.insert3',
  'entity.insert4',
  'entity.insert5',
  'entity.insert6',
  'entity.insert7',
  'entity.insert8',
  'entity.insert9',
] as const;

/** The names of the active segment, and what can be done with them. */
export interface ActiveNames {
  readonly names: readonly SegmentName[];
  /** The proposal that Tab and Escape are about. */
  readonly current: Proposal | null;
  /** Keys of what was rejected in the segment. */
  readonly rejected: readonly string[];
  /** Goes to the English of a name; where it stands and is not marked, accepts it; where it is missing, writes it at the
   *  caret. False where there is none. */
  readonly take: (name: SegmentName) => boolean;
  readonly accept: (proposal: Proposal) => void;
  readonly reject: (proposal: Proposal) => void;
  readonly handlers: Handlers;
  /** What links say against a mention, by its id. */
  readonly against: ReadonlyMap<string, LinkDisagreement>;
}

/** Follows the names of the active segment of a document. */
export function useActiveNames(
  source: string,
  registry: Registry,
  active: Segment | null,
  editor: Editor | null,
  { accepted }: ProposalEvents,
): ActiveNames {
  const proposals = useProposals(editor, (each) => each.here());
  const current = useProposals(editor, (each) => (editor?.naming.hasKeys ? null : each.current()));
  const doc = editor?.view.state.doc;
  const parts = doc && active ? segmentMentions(doc, active.node, source) : noParts;
  const names = useMemo(() => namesOfSegment(parts, proposals ?? [], registry), [parts, proposals, registry]);

  const rejected = useProposals(editor, (each) => each.rejectedHere());
  const node = active?.node ?? null;
  const against = useMemo(
    () => new Map(node ? linkDisagreements(node, parts, source).map((one) => [one.mention.id, one] as const) : []),
    [node, parts, source],
  );

  const take = (name: SegmentName) => {
    if (!editor || !active) return false;
    const { view } = editor;
    const { rendering, proposal } = name;
    if (!rendering && proposal?.rendering) {
      editor.proposals.accept(proposal);
      view.focus();
      return true;
    }
    const { tr } = view.state;
    if (rendering) {
      const start = active.pos + 1;
      tr.setSelection(TextSelection.create(tr.doc, start + rendering.from, start + rendering.to)).scrollIntoView();
    } else {
      if (name.english === '') return false;
      const entity = () => (proposal && name.mention === null ? accepted(proposal) : null);
      if (!insertName(tr, name, { id: v7(), entity }, source)) return false;
    }
    view.dispatch(tr);
    view.focus();
    return true;
  };
  const handlers: Handlers = Object.fromEntries(
    insertCommands.map((id, at) => {
      const name = names[at];
      return [id, name && (() => take(name))];
    }),
  );
  return {
    names,
    current: current ?? null,
    against,
    rejected: rejected?.map(({ key }) => key) ?? [],
    take,
    accept: (proposal) => {
      editor?.proposals.accept(proposal);
      editor?.focus();
    },
    reject: (proposal) => {
      editor?.proposals.reject(proposal);
      editor?.focus();
    },
    handlers,
  };
}

/** Something of the proposals, followed by the component. */
function useProposals<T>(editor: Editor | null, read: (proposals: Editor['proposals']) => T): T | null {
  return useSyncExternalStore(
    (listener) => editor?.subscribe(listener) ?? (() => undefined),
    () => (editor ? read(editor.proposals) : null),
  );
}

const noParts: readonly never[] = [];

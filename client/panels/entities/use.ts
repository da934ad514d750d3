import type { Node } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import { useCallback, useSyncExternalStore } from 'react';
import { v7 } from 'uuid';
import { type LinkDisagreement, linkDisagreements } from '../../../shared/doc/checks/link-disagreement.ts';
import { type MentionPart, segmentMentions } from '../../../shared/doc/model/marked.ts';
import type { Proposal } from '../../../shared/doc/proposals/proposal.ts';
import type { Registry } from '../../../shared/names/registry/registry.ts';
import type { Editor } from '../../editor/editor.ts';
import type { ProposalEvents } from '../../editor/proposals/proposal-context.ts';
import { digits } from '../../keys/commands.ts';
import type { Handlers } from '../../keys/desk.ts';
import { insertName } from './insert.ts';
import { isSameProposal, namesAsShown, namesOfSegment, type SegmentName } from './names.ts';

/** The commands that take the first nine names, by their keys. */
export const insertCommands = digits.map((digit) => `entity.insert${digit}` as const);

/** The names of the active segment, and what can be done with them. */
export interface ActiveNames {
  /** The number of the segment, from 1; 0 where the caret is in none. */
  number(): number;
  /** The same list until one of them looks otherwise. */
  names(): readonly SegmentName[];
  /** False as long as names may be known that are not listed yet. */
  isComplete(): boolean;
  /** The proposal that Tab and Escape are about; the same until it reads otherwise. */
  current(): Proposal | null;
  /** Keys of what was rejected in the segment; the same list until that changes. */
  rejected(): readonly string[];
  /** Calls `listener` when one of them may have changed. */
  subscribe(listener: () => void): () => void;
  /** Goes to the English of a name, wherever that stands by now; where it stands and is not marked, accepts it; where it is missing, writes it at the
   *  caret. False where there is none. */
  take(name: SegmentName): boolean;
  accept(proposal: Proposal): void;
  reject(proposal: Proposal): void;
  /** What the keys of the names do now. */
  handlers(): Handlers;
  /** What links say against a mention, by its id; the same map until that changes. */
  against(): ReadonlyMap<string, LinkDisagreement>;
}

/** The names of the active segment of the document that `editor` shows; nothing is worked out until somebody asks. */
export function activeNames(
  source: string,
  registry: Registry,
  editor: Editor,
  accepted: ProposalEvents['accepted'],
): ActiveNames {
  const named = remembered((parts: readonly MentionPart[], proposals: readonly Proposal[]) =>
    namesOfSegment(parts, proposals, registry),
  );
  const keysOf = remembered((proposals: readonly Proposal[]) => proposals.map(({ key }) => key));
  const disagreements = remembered(
    (segment: Node | null, parts: readonly MentionPart[]) =>
      new Map((segment ? linkDisagreements(segment, parts, source) : []).map((one) => [one.mention.id, one] as const)),
  );
  const partsHere = () => {
    const active = editor.activeSegment();
    return active ? segmentMentions(editor.view.state.doc, active.node, source) : noParts;
  };
  const namesNow = () => named(partsHere(), editor.proposals.here());
  const names = shown(namesNow, namesAsShown);
  const proposalNow = (asked: Proposal) => editor.proposals.here().find(({ key }) => key === asked.key) ?? asked;

  const take = (asked: SegmentName) => {
    const active = editor.activeSegment();
    if (!active) return false;
    const { rendering, proposal, ...name } = namesNow().find(({ key }) => key === asked.key) ?? asked;
    const { view } = editor;
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
      if (!insertName(tr, { ...name, rendering, proposal }, { id: v7(), entity }, source)) return false;
    }
    view.dispatch(tr);
    view.focus();
    return true;
  };

  return {
    number: () => (editor.activeSegment()?.index ?? -1) + 1,
    names,
    isComplete: () => editor.proposals.isReady,
    current: shown(
      () => (editor.naming.hasKeys ? null : editor.proposals.current()),
      (before, now) => (isSameProposal(before, now) ? before : now),
    ),
    rejected: () => keysOf(editor.proposals.rejectedHere()),
    against: shown(() => disagreements(editor.activeSegment()?.node ?? null, partsHere()), disagreementsAsShown),
    subscribe: (listener) => editor.subscribe(listener),
    take,
    accept(proposal) {
      editor.proposals.accept(proposalNow(proposal));
      editor.focus();
    },
    reject(proposal) {
      editor.proposals.reject(proposalNow(proposal));
      editor.focus();
    },
    handlers: () =>
      Object.fromEntries(
        names()
          .slice(0, insertCommands.length)
          .map((name, at) => [insertCommands[at], () => take(name)]),
      ),
  };
}

/** Something of the names of the active segment, followed by the component. */
export function useNames<T>(names: ActiveNames | null, read: (names: ActiveNames) => T): T | null {
  const subscribe = useCallback((listener: () => void) => names?.subscribe(listener) ?? (() => undefined), [names]);
  return useSyncExternalStore(subscribe, () => (names ? read(names) : null));
}

/** `make` of what it was asked last is not made again. */
function remembered<In extends readonly unknown[], Out>(make: (...asked: In) => Out): (...asked: In) => Out {
  let last: { readonly asked: In; readonly made: Out } | null = null;
  return (...asked) => {
    const before = last;
    if (before && asked.every((each, at) => each === before.asked[at])) return before.made;
    const made = make(...asked);
    last = { asked, made };
    return made;
  };
}

/** What `read` gives; what it gave before, where `asShown` finds that nothing of it looks otherwise. */
function shown<T>(read: () => T, asShown: (before: T, now: T) => T): () => T {
  let last: { readonly value: T } | null = null;
  return () => {
    const now = read();
    last = { value: last ? asShown(last.value, now) : now };
    return last.value;
  };
}

type Disagreements = ReadonlyMap<string, LinkDisagreement>;

function disagreementsAsShown(before: Disagreements, now: Disagreements): Disagreements {
  const isSame = ([id, { side, word, partner }]: [string, LinkDisagreement]) => {
    const known = before.get(id);
    return known?.side === side && known.word === word && known.partner === partner;
  };
  return before.size === now.size && [...now].every(isSame) ? before : now;
}

const noParts: readonly never[] = [];

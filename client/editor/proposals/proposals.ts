import { closeHistory } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { removeMention } from '../../../shared/doc/edit/mention.ts';
import type { Reading } from '../../../shared/doc/model/anchored.ts';
import { type MentionPart, segmentMentions } from '../../../shared/doc/model/marked.ts';
import { segmentNodes } from '../../../shared/doc/model/read.ts';
import { freePlaces } from '../../../shared/doc/proposals/free-places.ts';
import {
  acceptProposal,
  nameKeyAt,
  type Proposal,
  type ProposalKnowledge,
  segmentProposals,
} from '../../../shared/doc/proposals/proposal.ts';
import { PURPOSE, type Purpose } from '../../../shared/wire/purpose.ts';
import type { Grid } from '../page/grid.ts';
import { areSameParts } from '../paint/mention-paint.ts';
import type { ProposalPaint } from '../paint/proposal-paint.ts';
import { activeSegment } from '../state/active.ts';
import type { Announcer, Utterance } from '../state/announcer.ts';
import type { NoticeKey } from '../state/labels.ts';
import { inSlices } from '../state/slices.ts';
import { Rejections } from './rejections.ts';

/** Who hears what a person decides about a proposal. */
export interface ProposalEvents {
  /** Gives the id of the entity that an accepted proposal means: a known one, or one that is begun with it; `null` for
   *  none. */
  accepted(proposal: Proposal): string | null;
  /** Keeps that what is known by `key` is not to be proposed again. */
  rejected(key: string): void;
  /** Has proposed again what was rejected. */
  recalled(key: string): void;
}

/** What proposals need besides the document. */
export interface ProposalContext {
  readonly view: EditorView;
  readonly grid: Grid;
  readonly paint: ProposalPaint;
  readonly announcer: Announcer;
  readonly events: ProposalEvents;
  readonly newId: () => string;
  /** Ends with the editor. */
  readonly ending: AbortSignal;
  /** The name of a label in the language of the interface. */
  labelName(id: string): string;
  notice(key: NoticeKey): void;
  /** Goes to a segment; false when a filter hides it. */
  goTo(segment: string): boolean;
  /** Tells those who show the proposals that they are others now. */
  tell(): void;
}

interface Known {
  readonly parts: readonly MentionPart[];
  readonly proposals: readonly Proposal[];
}

/** Where the caret was: what is typed there is told from a caret that only came by. */
interface Seen {
  readonly segment: string;
  readonly node: Node;
  readonly offset: number;
}

/**
 * What the machine proposes in a document. It is worked out for a segment when it is asked for, and again when it changes.
 *
 * Nothing is in the way of translating: Tab and Delete decide about a proposal only once somebody has gone to the proposals
 * (`next`), from where the two keys lead through all of them until the caret is moved, something is typed or Escape leaves
 * them; just after a known name was typed by hand, Tab alone does.
 */
export class Proposals {
  private readonly context: ProposalContext;
  /** Undo asks these before the history of the document. */
  readonly rejections: Rejections;
  private knowledge: ProposalKnowledge | null = null;
  private known = new WeakMap<Node, Known>();
  private currentKey: string | null = null;
  /** True while Tab and Delete lead from proposal to proposal. */
  private deciding = false;
  /** True while a change is made that is itself such a decision. */
  private acting = false;
  /** Ends the search for the next segment that has proposals; `null` while there is none. */
  private seeking: AbortController | null = null;
  private rejectedIn = new WeakMap<Node, Known>();
  private seen: Seen | null = null;
  /** Place of the current one among those of its segment; once it is gone, the one that stands there now follows it. */
  private place = 0;

  constructor(context: ProposalContext) {
    this.context = context;
    this.rejections = new Rejections(context.view, (key, isRejected) => this.reconsider(key, isRejected));
    context.paint.proposalsOf = (row) => this.of(row.node);
  }

  /** Takes what proposals are made from, in place of what there was; `null` for none. */
  know(knowledge: ProposalKnowledge | null): void {
    if (knowledge === this.knowledge) return;
    this.knowledge = knowledge;
    this.known = new WeakMap();
    this.rejectedIn = new WeakMap();
    if (!knowledge) {
      this.seeking?.abort();
      this.deciding = false;
      this.seen = null;
    }
    this.context.paint.repaint(() => true);
    this.choose();
    this.context.tell();
  }

  /** What is proposed in a segment: the same list until something about it changes. */
  of(segment: Node): readonly Proposal[] {
    const { knowledge } = this;
    if (!knowledge) return none;
    return this.remembered(this.known, segment, () => this.workOut(segment, knowledge));
  }

  /** What is proposed in the active segment. */
  here(): readonly Proposal[] {
    const segment = activeSegment(this.context.view.state);
    return segment ? this.of(segment.node) : none;
  }

  /** What was rejected in the active segment and would be proposed there otherwise: the same list until that changes. */
  rejectedHere(): readonly Proposal[] {
    const { knowledge } = this;
    const segment = activeSegment(this.context.view.state)?.node;
    if (!knowledge || knowledge.rejected.size === 0 || !segment) return none;
    const every = { ...knowledge, rejected: new Set<string>() };
    return this.remembered(this.rejectedIn, segment, () =>
      this.workOut(segment, every).filter(({ key }) => knowledge.rejected.has(key)),
    );
  }

  /** The proposal that the keys are about. */
  current(): Proposal | null {
    return this.here().find(({ key }) => key === this.currentKey) ?? null;
  }

  /** Everything that is proposed in the document, in order; worked out in slices, so that the page goes on meanwhile. */
  async all(): Promise<readonly Proposal[]> {
    const found: Proposal[] = [];
    await inSlices(segmentNodes(this.context.view.state.doc), (node) => {
      found.push(...this.of(node));
      return true;
    });
    return found;
  }

  /** Accepts a proposal, the current one unless another is named: one change, one undo. False where there is none. */
  accept(proposal: Proposal | null = this.current()): boolean {
    if (!proposal) return false;
    const { announcer, grid, labelName } = this.context;
    if (this.acceptAll([proposal]) === 0) return true;
    const said = grid.labels.marked(labelName(proposal.label));
    if (!this.goOn(said)) announcer.say(said, ...this.utterances());
    return true;
  }

  /** Accepts several in one change that one undo takes back; gives how many could be accepted. */
  acceptAll(proposals: readonly Proposal[]): number {
    const { view, grid, newId, events, notice } = this.context;
    if (!view.editable) {
      notice('readOnly');
      return 0;
    }
    const tr = closeHistory(view.state.tr);
    const { source } = grid.document;
    const places = freePlaces(tr.doc);
    const done = proposals.filter((proposal) => {
      return acceptProposal(tr, proposal, { id: newId(), entity: () => events.accepted(proposal) }, source, places);
    });
    if (done.length === 0) notice('cannotMark');
    else this.act(() => view.dispatch(done.length > 1 ? tr.setMeta(PURPOSE, this.accepting(done.length)) : tr));
    return done.length;
  }

  /** For the history, which tells of accepting many by itself. */
  private accepting(count: number): Purpose {
    return { kind: 'accept', deed: this.context.newId(), count };
  }

  /** Rejects a proposal, the current one unless another is named; it is not made again. False where there is none. */
  reject(proposal: Proposal | null = this.current()): boolean {
    if (!proposal) return false;
    const { view, events, announcer, grid } = this.context;
    this.act(() => {
      const tr = closeHistory(view.state.tr);
      const { reason, mention } = proposal;
      const isChange = reason === 'stored' && mention !== null && removeMention(tr, mention);
      view.dispatch(tr);
      const kept = keptKey(proposal);
      this.rejections.add(kept, isChange);
      events.rejected(kept);
      this.knowRejected(kept, true);
    });
    if (!this.goOn(grid.labels.rejected)) announcer.say(grid.labels.rejected, ...this.utterances());
    return true;
  }

  /** Goes to the next proposal: of the active segment, else of the next one that has some, from the top again past the end.
   *  Gives false when there is none. */
  async next(): Promise<boolean> {
    const here = this.here();
    const following = here[here.findIndex(({ key }) => key === this.currentKey) + 1];
    this.deciding = true;
    if (!following) return this.seek();
    this.put(following);
    return true;
  }

  /** Goes to the first proposal of the next segment that has some; tells what was `said` before. False when there is none; a
   *  search that was given up is none. */
  private async seek(...said: readonly Utterance[]): Promise<boolean> {
    this.seeking?.abort();
    const seeking = new AbortController();
    this.seeking = seeking;
    let first: Proposal | null = null;
    const look = (segment: Node) => {
      const [proposal] = this.of(segment);
      if (proposal && this.act(() => this.context.goTo(proposal.segment))) first = proposal;
      return first === null;
    };
    try {
      await inSlices(this.segmentsAfterActive(), look, AbortSignal.any([seeking.signal, this.context.ending]));
    } finally {
      if (this.seeking === seeking) this.seeking = null;
    }
    if (seeking.signal.aborted || this.context.ending.aborted) return true;
    if (first) this.put(first, ...said);
    else {
      this.stop();
      this.context.announcer.say(...said);
    }
    return first !== null;
  }

  /** Tab accepts, Delete rejects, Escape leaves. */
  handleKey({ key, shiftKey, altKey, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
    if (shiftKey || altKey || ctrlKey || metaKey || isComposing) return false;
    if (key !== 'Tab' && key !== 'Escape' && !(key === 'Delete' && this.deciding)) return false;
    if (this.seeking && key !== 'Escape') return true;
    if (key !== 'Escape') return key === 'Tab' ? this.accept() : this.reject();
    if (!this.deciding && !this.current()) return false;
    this.seeking?.abort();
    this.stop();
    return true;
  }

  /** Follows a change of the document or of the caret. */
  follow(before: Node): void {
    const { view, paint } = this.context;
    this.rejections.follow();
    if (!this.knowledge) return;
    if (before.lastChild !== view.state.doc.lastChild) {
      paint.repaint((row) => {
        const drawn = paint.drawnOf(row);
        return drawn !== undefined && drawn !== this.of(row.node);
      });
    }
    const { seen } = this;
    const now = this.look();
    this.seen = now;
    const isSameText = seen?.segment === now?.segment && seen?.node.textContent === now?.node.textContent;
    if (!(isSameText && seen?.offset === now?.offset) && !this.acting) {
      const wrote = seen?.segment === now?.segment && !isSameText;
      this.seeking?.abort();
      const written = wrote ? this.here().find(({ rendering }) => rendering?.to === now?.offset) : undefined;
      this.deciding = false;
      this.currentKey = written?.key ?? null;
    }
    this.choose();
  }

  /** Where the English of a mention is proposed, in the active segment; `null` where it is not. */
  englishOf(mention: string): Reading | null {
    return this.here().find((proposal) => proposal.mention === mention)?.rendering ?? null;
  }

  /** What a screen reader says of the current proposal. */
  utterances(): readonly Utterance[] {
    const proposal = this.current();
    const { grid, labelName } = this.context;
    if (!proposal) return [];
    return [
      grid.labels.proposed(labelName(proposal.label)),
      ...(proposal.source ? [{ lang: 'fa', text: proposal.source.text } as const] : []),
      ...(proposal.rendering ? [{ lang: 'en', text: proposal.rendering.text } as const] : []),
    ];
  }

  /** Makes a proposal of the active segment the current one. */
  private put(proposal: Proposal, ...said: readonly Utterance[]): void {
    this.currentKey = proposal.key;
    this.draw();
    this.context.announcer.say(...said, ...this.utterances());
  }

  /** Keeps the current proposal; while decisions are made, goes on to the one that follows it in the segment. */
  private choose(): void {
    const here = this.here();
    const kept = here.find(({ key }) => key === this.currentKey);
    const chosen = kept ?? (this.deciding ? here[this.place] : undefined);
    this.currentKey = chosen?.key ?? null;
    this.draw();
  }

  /** Goes on to the next segment that has proposals once those of this one are decided; false while some are not. */
  private goOn(...said: readonly Utterance[]): boolean {
    if (!this.deciding || this.current()) return false;
    void this.seek(...said).then((went) => went || this.context.notice('nothingProposed'));
    return true;
  }

  private workOut(segment: Node, knowledge: ProposalKnowledge): readonly Proposal[] {
    const { view, grid } = this.context;
    return segmentProposals(view.state.doc, segment, grid.document.source, knowledge);
  }

  /** What was worked out for a segment, until its text or its mentions change. */
  private remembered(
    known: WeakMap<Node, Known>,
    segment: Node,
    workOut: () => readonly Proposal[],
  ): readonly Proposal[] {
    const { view, grid } = this.context;
    const parts = segmentMentions(view.state.doc, segment, grid.document.source);
    const before = known.get(segment);
    if (before && (before.parts === parts || areSameParts(before.parts, parts))) return before.proposals;
    const found = workOut();
    const proposals = found.length === 0 ? none : found;
    known.set(segment, { parts, proposals });
    return proposals;
  }

  private reconsider(key: string, isRejected: boolean): void {
    const { events } = this.context;
    if (isRejected) events.rejected(key);
    else events.recalled(key);
    this.act(() => this.knowRejected(key, isRejected));
    const again = this.deciding ? this.here().find((proposal) => keptKey(proposal) === key) : undefined;
    if (again) this.put(again);
  }

  private knowRejected(key: string, isRejected: boolean): void {
    if (!this.knowledge) return;
    const rejected = new Set(this.knowledge.rejected);
    if (isRejected) rejected.add(key);
    else rejected.delete(key);
    this.know({ ...this.knowledge, rejected });
  }

  private stop(): void {
    this.deciding = false;
    this.currentKey = null;
    this.draw();
  }

  private act<T>(change: () => T): T {
    this.acting = true;
    try {
      return change();
    } finally {
      this.acting = false;
    }
  }

  private look(): Seen | null {
    const { state } = this.context.view;
    const active = activeSegment(state);
    return active && { segment: active.id, node: active.node, offset: state.selection.from - active.pos - 1 };
  }

  private draw(): void {
    const current = this.current();
    if (current) this.place = this.here().indexOf(current);
    this.context.paint.showCurrent(current);
    this.context.tell();
  }

  /** All segments, from the one after the active one round to that. */
  private segmentsAfterActive(): readonly Node[] {
    const { state } = this.context.view;
    const all = [...segmentNodes(state.doc)];
    const next = (activeSegment(state)?.index ?? -1) + 1;
    return [...all.slice(next), ...all.slice(0, next)];
  }
}

const none: readonly Proposal[] = [];

/** By which key a rejected proposal is known: a mention that came as proposed is not made again as a new one. */
function keptKey({ key, reason, source }: Proposal): string {
  return reason === 'stored' && source ? nameKeyAt(source) : key;
}

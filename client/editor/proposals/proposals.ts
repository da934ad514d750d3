import { closeHistory } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { removeMention } from '../../../shared/doc/edit/mention.ts';
import type { Reading } from '../../../shared/doc/model/anchored.ts';
import { segmentNodes } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { freePlaces } from '../../../shared/doc/proposals/free-places.ts';
import { movedAlong } from '../../../shared/doc/proposals/moved.ts';
import {
  acceptProposal,
  nameKeyAt,
  type Proposal,
  type ProposalKnowledge,
} from '../../../shared/doc/proposals/proposal.ts';
import { PURPOSE, type Purpose } from '../../../shared/wire/purpose.ts';
import type { Row } from '../page/grid.ts';
import { activeSegment } from '../state/active.ts';
import { type AfterFrame, afterFrame } from '../state/after-frame.ts';
import type { Utterance } from '../state/announcer.ts';
import { segmentUtterances } from '../state/segment-speech.ts';
import { inSlices } from '../state/slices.ts';
import { MadeProposals } from './made.ts';
import type { ProposalContext } from './proposal-context.ts';
import { Rejections } from './rejections.ts';

/** Where the caret was: what is typed there is told from a caret that only came by. */
interface Seen {
  readonly segment: string;
  readonly node: Node;
  readonly offset: number;
  /** The mentions of the document. */
  readonly standoff: Node | null;
}

/**
 * What the machine proposes in a document. It is worked out for a segment when it is asked for, and again when it changes.
 *
 * Nothing is in the way of translating: Tab and Delete decide about a proposal only once somebody has gone to the proposals
 * (`next`), from where the two keys lead through all of them until the caret is moved, something is typed or Escape leaves
 * them; just after a known name was typed by hand, Tab alone does.
 *
 * No letter waits for them: what is proposed in a segment that somebody types in moves along with its text, and is worked out
 * again once the letter is seen, or when somebody asks.
 */
export class Proposals {
  private readonly context: ProposalContext;
  /** Undo asks these before the history of the document. */
  readonly rejections: Rejections;
  private readonly made: MadeProposals;
  private currentKey: string | null = null;
  /** True while Tab and Delete lead from proposal to proposal. */
  private deciding = false;
  /** True while a change is made that is itself such a decision. */
  private acting = false;
  /** Ends the search for the next segment that has proposals; `null` while there is none. */
  private seeking: AbortController | null = null;
  private seen: Seen | null = null;
  private readonly catchingUp: AfterFrame;
  /** What moved along with the text of a segment, until it is worked out. */
  private moved: { readonly node: Node; readonly proposals: readonly Proposal[] } | null = null;
  /** True when something was written that has not been looked at. */
  private wrote = false;
  /** Place of the current one among those of its segment; once it is gone, the one that stands there now follows it. */
  private place = 0;

  constructor(context: ProposalContext) {
    this.context = context;
    this.made = new MadeProposals(context.view, context.grid.document.source);
    this.rejections = new Rejections(context.view, (key, isRejected) => this.reconsider(key, isRejected));
    this.catchingUp = afterFrame(() => this.catchUp(), context.ending);
    context.paint.proposalsOf = (row) => this.drawnIn(row);
  }

  /** Takes what proposals are made from, in place of what there was; `null` for none. */
  know(knowledge: ProposalKnowledge | null): void {
    if (knowledge === this.made.knowledge) return;
    this.made.know(knowledge);
    this.moved = null;
    if (!knowledge) {
      this.seeking?.abort();
      this.deciding = false;
      this.seen = null;
    }
    this.context.paint.repaint(() => true);
    this.choose();
    this.context.tell();
  }

  /** What is proposed in the active segment. */
  here(): readonly Proposal[] {
    this.catchingUp.now();
    const segment = activeSegment(this.context.view.state);
    return segment ? this.made.of(segment.node) : none;
  }

  /** What was rejected in the active segment and would be proposed there otherwise: the same list until that changes. */
  rejectedHere(): readonly Proposal[] {
    const segment = activeSegment(this.context.view.state);
    return segment ? this.made.rejectedOf(segment.node) : none;
  }

  /** The proposal that the keys are about. */
  current(): Proposal | null {
    return this.here().find(({ key }) => key === this.currentKey) ?? null;
  }

  /** Everything that is proposed in the document, in order; worked out in slices, so that the page goes on meanwhile. */
  async all(): Promise<readonly Proposal[]> {
    const found: Proposal[] = [];
    await inSlices(segmentNodes(this.context.view.state.doc), (node) => {
      found.push(...this.made.of(node));
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
    const from = activeSegment(this.context.view.state)?.id;
    let first: Proposal | null = null;
    const look = (segment: Node) => {
      const [proposal] = this.made.of(segment);
      if (proposal && this.act(() => this.context.goTo(proposal.segment))) first = proposal;
      return first === null;
    };
    try {
      await inSlices(this.segmentsAfterActive(), look, AbortSignal.any([seeking.signal, this.context.ending]));
    } finally {
      if (this.seeking === seeking) this.seeking = null;
    }
    if (seeking.signal.aborted || this.context.ending.aborted) return true;
    const active = activeSegment(this.context.view.state);
    if (first && active)
      this.put(first, ...said, ...(active.id === from ? [] : segmentUtterances(active, this.context.grid)));
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
    this.catchingUp.now();
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
    if (!this.made.knowledge) return;
    const { seen } = this;
    const now = this.look();
    this.seen = now;
    const isLetter = now !== null && this.isLetter(seen, now.node);
    const isSameText = seen?.segment === now?.segment && seen?.node.textContent === now?.node.textContent;
    if (!(isSameText && seen?.offset === now?.offset) && !this.acting) {
      this.wrote = seen?.segment === now?.segment && !isSameText;
      this.seeking?.abort();
      this.deciding = false;
      this.currentKey = null;
    }
    if (isLetter) {
      paint.showCurrent(null);
      this.catchingUp.ask();
    } else if (this.catchingUp.isDue || before.lastChild !== view.state.doc.lastChild) this.catchUp();
    else this.chooseWritten();
  }

  /** False until there is something to make proposals from. */
  get isReady(): boolean {
    return this.made.knowledge !== null;
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

  /** Works out what was put off, and draws it. */
  private catchUp(): void {
    this.moved = null;
    const { paint } = this.context;
    paint.repaint((row) => {
      const drawn = paint.drawnOf(row);
      return drawn !== undefined && drawn !== this.made.of(row.node);
    });
    this.chooseWritten();
  }

  /** Makes the known name that was just written by hand the current one. */
  private chooseWritten(): void {
    const { wrote, seen } = this;
    this.wrote = false;
    const written = wrote ? this.here().find(({ rendering }) => rendering?.to === seen?.offset) : undefined;
    if (written) this.currentKey = written.key;
    this.choose();
  }

  /** What is drawn in a row: in one that somebody types in, what was drawn there before, moved along. */
  private drawnIn(row: Row): readonly Proposal[] {
    const { seen, moved } = this;
    const { id, node } = row;
    if (moved?.node === node) return moved.proposals;
    const drawn = seen?.segment === id && this.isLetter(seen, node) ? this.context.paint.drawnOf(row) : undefined;
    if (!seen || !drawn) return this.made.of(node);
    const proposals = movedAlong(drawn, seen.node.textContent, node.textContent);
    this.moved = { node, proposals };
    return proposals;
  }

  /** True when `node` is what a person seen in a segment has made of it by typing alone. */
  private isLetter(seen: Seen | null, node: Node): boolean {
    if (!seen || this.acting || seen.standoff !== this.context.view.state.doc.lastChild) return false;
    return segmentAttrs(node).id === seen.segment && node.textContent !== seen.node.textContent;
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

  private reconsider(key: string, isRejected: boolean): void {
    const { events } = this.context;
    if (isRejected) events.rejected(key);
    else events.recalled(key);
    this.act(() => this.knowRejected(key, isRejected));
    const again = this.deciding ? this.here().find((proposal) => keptKey(proposal) === key) : undefined;
    if (again) this.put(again);
  }

  private knowRejected(key: string, isRejected: boolean): void {
    const { knowledge } = this.made;
    if (!knowledge) return;
    const rejected = new Set(knowledge.rejected);
    if (isRejected) rejected.add(key);
    else rejected.delete(key);
    this.know({ ...knowledge, rejected });
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
    const { doc, selection } = state;
    return (
      active && {
        segment: active.id,
        node: active.node,
        offset: selection.from - active.pos - 1,
        standoff: doc.lastChild,
      }
    );
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

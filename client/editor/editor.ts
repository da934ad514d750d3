import type { EditorState, Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { v7 } from 'uuid';
import type { Label } from '../../shared/core/label.ts';
import { type Segment, segmentById } from '../../shared/doc/model/read.ts';
import type { SourceText } from '../../shared/doc/model/source.ts';
import { goBy, goToIndex } from './commands/navigate.ts';
import { crossesSegments } from './commands/rendering.ts';
import { type EditorCommands, editorCommands } from './editor-commands.ts';
import type { Filter } from './find/filter.ts';
import { Filtering } from './find/filtering.ts';
import { Find, type Hits } from './find/find.ts';
import { listenToGestures } from './gestures.ts';
import { Linking } from './links/linking.ts';
import { oneMode } from './links/one-mode.ts';
import { Mending } from './mending/mending.ts';
import { NameCursor } from './naming/name-cursor.ts';
import { Naming } from './naming/naming.ts';
import type { NameMenuOpening } from './naming/naming-context.ts';
import { Grid } from './page/grid.ts';
import { type EditorDocument, LiveDocument } from './page/live-document.ts';
import { keepActiveRowInView } from './page/scroll.ts';
import { CompanionMarks } from './paint/companion-marks.ts';
import { Highlights } from './paint/highlights.ts';
import { invisibleMarks } from './paint/invisibles.ts';
import { Marks } from './paint/marks.ts';
import { MentionLight } from './paint/mention-light.ts';
import { MentionPaint } from './paint/mention-paint.ts';
import { ProposalPaint } from './paint/proposal-paint.ts';
import { type ProposalEvents, unheard } from './proposals/proposal-context.ts';
import { Proposals } from './proposals/proposals.ts';
import { BoundaryDrag } from './spine/boundary-drag.ts';
import { Correcting } from './spine/correcting.ts';
import { wordAt } from './spine/source-words.ts';
import { SplitCursor } from './spine/split-cursor.ts';
import { Splitting } from './spine/splitting.ts';
import { activeSegment } from './state/active.ts';
import { afterFrame } from './state/after-frame.ts';
import { Announcer } from './state/announcer.ts';
import { Hint } from './state/hint.ts';
import type { EditorLabels, NoticeKey } from './state/labels.ts';
import { segmentUtterances } from './state/segment-speech.ts';
import { textKeys } from './typing/keymap.ts';
import { createView } from './view.ts';
import './styles.ts';

/** Which side of the spine the Persian stands on. */
export type SideOrder = 'persian-left' | 'persian-right';

export interface EditorOptions {
  /** The element that the editor fills and scrolls in. */
  readonly mount: HTMLElement;
  /** A state with the plugins of `editorPlugins`; it may have more. */
  readonly state: EditorState;
  readonly document: EditorDocument;
  readonly labels: EditorLabels;
  /** Applies a transaction and gives the view its new state; without it the editor does so itself. */
  readonly dispatch?: (tr: Transaction) => void;
  /** Makes the id of a segment that a split adds. */
  readonly newId?: () => string;
  /** The node of the active segment on the spine was pressed. */
  readonly onNodeMenu: (segmentId: string, anchor: DOMRect) => void;
  /** Something is covered that may be marked or changed; `null` when that is over. */
  readonly onNameMenu: (opening: NameMenuOpening | null) => void;
  readonly onNotice: (key: NoticeKey, count?: number) => void;
  /** Hears what is decided about proposals; an editor that is told of none makes none. */
  readonly proposals?: ProposalEvents;
}

export interface Editor {
  readonly view: EditorView;
  readonly commands: EditorCommands;
  /** Places on the texts to paint on, a CSS Custom Highlight each. */
  readonly highlights: Highlights;
  /** Marks names on both texts. */
  readonly naming: Naming;
  /** Links words of both texts. */
  readonly linking: Linking;
  /** Where others write. */
  readonly companions: CompanionMarks;
  /** Mends which rows pair what. */
  readonly mending: Mending;
  /** What the machine proposes; nothing, until it is told what to make that from. */
  readonly proposals: Proposals;
  /** The segment that holds the caret; the same object until it changes. */
  activeSegment(): Segment | null;
  /** Calls `listener` when the document, the selection or what a search has found changed, once the frame shows it. */
  subscribe(listener: () => void): () => void;
  setInvisibles(on: boolean): void;
  /** Looks for `query` on both sides, in any spelling; an empty one ends the search. */
  setFind(query: string): Hits;
  findNext(): Hits;
  findPrevious(): Hits;
  /** What the search has found by now. */
  hits(): Hits;
  /** Shows only what fits; gives how many segments that is. */
  setFilter(filter: Filter): number;
  /** What the filter leaves out. */
  readonly filtering: Pick<Filtering, 'leftOut'>;
  /** Goes to the segment at place `index`, counted from 0. */
  goTo(index: number): boolean;
  focus(): void;
  setLabels(labels: EditorLabels): void;
  /** Says which labels the project has; until then, those that a project begins with. */
  setMentionLabels(labels: readonly Label[]): void;
  setSideOrder(order: SideOrder): void;
  /** Lights a mention on both wings until another one is, or none. */
  lightMention(id: string | null): void;
  /** How many findings each segment has; those without are left out. */
  setFindings(findings: ReadonlyMap<string, number>): void;
  setReadOnly(on: boolean): void;
  destroy(): void;
}

/** Makes an editor in `options.mount`. It alone owns its text until it is destroyed. */
export function createEditor(options: EditorOptions): Editor {
  return new DocumentEditor(options);
}

class DocumentEditor implements Editor {
  readonly view: EditorView;
  readonly commands: EditorCommands;
  readonly highlights: Highlights;
  readonly naming: Naming;
  readonly linking: Linking;
  readonly mending: Mending;
  readonly proposals: Proposals;
  readonly companions: CompanionMarks;
  private readonly source: SourceText;
  private readonly grid: Grid;
  private readonly root = document.createElement('div');
  private readonly announcer = new Announcer();
  private readonly hint = new Hint(
    () => this.grid.labels,
    () => this.focus(),
  );
  private readonly cursor: SplitCursor;
  private readonly splitting: Splitting;
  private readonly correcting: Correcting;
  private readonly marks: Marks;
  private readonly find: Find;
  readonly filtering: Filtering;
  private readonly mentions: MentionPaint;
  private readonly light: MentionLight;
  private readonly proposalPaint: ProposalPaint;
  private readonly ending = new AbortController();
  private readonly listeners = new Set<() => void>();
  private readonly telling = afterFrame(() => {
    for (const listener of this.listeners) listener();
  }, this.ending.signal);
  private readonly width = new ResizeObserver(() => {
    this.marks.refresh();
    if (this.view.hasFocus()) keepActiveRowInView(this.view);
  });
  private invisibles = false;
  private readOnly = false;
  private announced: string | null = null;

  constructor(options: EditorOptions) {
    const { mount, state, document, labels, dispatch, onNotice: notice, newId = v7 } = options;
    const grid = new Grid(new LiveDocument(document, state.doc), labels, this.root);
    this.source = grid.document;
    const filtering = new Filtering(grid);
    this.filtering = filtering;
    const { isShown } = filtering;
    this.grid = grid;
    this.highlights = new Highlights(grid, this.root);
    this.cursor = new SplitCursor(grid, this.highlights);
    this.companions = new CompanionMarks((id) => grid.redrawSegment(id));
    this.marks = new Marks(grid, (row) => [
      ...(this.invisibles ? invisibleMarks(grid, row) : []),
      ...this.cursor.marks(row),
      ...this.companions.marks(row),
    ]);

    this.root.className = 'radif-editor';
    this.root.dir = 'ltr';
    this.setSideOrder('persian-left');
    this.writeLabels();
    mount.append(this.root);
    const keys = textKeys({
      isShown,
      refuse: () => notice('acrossSegments'),
      leave: () => this.leave(),
    });
    const view = createView({
      root: this.root,
      state,
      grid,
      dispatch,
      ending: this.ending.signal,
      refuse: notice,
      isEditable: () => !this.readOnly,
      keyDown: (view, event) =>
        this.linking.handleKey(event) ||
        this.naming.handleKey(event) ||
        this.splitting.handleKey(event) ||
        this.mending.handleKey(event) ||
        this.proposals.handleKey(event) ||
        keys(view, event),
      goOn: () => goBy(1, isShown)(this.view.state, this.view.dispatch, this.view),
      updated: (view, before) => this.follow(view, before),
    });
    this.view = view;
    this.root.append(this.hint.dom, this.announcer.dom);

    const { source, cursor, hint, announcer } = this;
    const tell = () => this.telling.ask();
    const { highlights, root } = this;
    const { signal: ending } = this.ending;
    const parts = { view, grid, highlights, announcer, root, source };
    const shared = { ...parts, notice, newId, ending, changed: tell };
    this.mentions = new MentionPaint(view, grid, this.highlights);
    this.light = new MentionLight(view, grid, this.mentions, this.ending.signal);
    this.naming = new Naming({
      ...shared,
      paint: this.mentions,
      light: this.light,
      cursor: new NameCursor(grid, this.highlights),
      hint,
      proposedEnglish: (mention) => this.proposals.englishOf(mention),
      menu: options.onNameMenu,
    });
    this.linking = new Linking(shared);
    this.proposalPaint = new ProposalPaint(grid, this.highlights, this.mentions);
    this.proposals = new Proposals({
      ...shared,
      paint: this.proposalPaint,
      events: options.proposals ?? unheard,
      labelName: (id) => this.naming.labelName(id),
      goTo: (id) => this.goToSegment(id),
      tell,
    });
    this.find = new Find(view, grid, this.highlights, tell);
    this.splitting = new Splitting({ ...shared, cursor, hint });
    this.mending = new Mending({
      ...shared,
      filtering,
      isBusy: () => this.splitting.isChoosing,
      split: (sides) => this.splitting.split(sides),
    });
    this.correcting = new Correcting({ ...shared, hint });
    this.commands = editorCommands({
      view,
      source,
      isShown,
      notice,
      split: () => this.splitting.split(),
      correct: () => this.correcting.begin(),
      newId,
      ...oneMode(this.naming, this.linking, this.mending),
      decisions: this.proposals.rejections,
      propose: () => void this.proposals.next().then((went) => went || notice('nothingProposed')),
      tellBorder: (offset) => announcer.say(this.grid.labels.boundaryBefore(wordAt(source.text, offset))),
    });
    const { naming } = this;
    const drag = new BoundaryDrag(grid, highlights);
    const gestures = { root, view, grid, source, cursor, drag, naming, openMenu: options.onNodeMenu };
    listenToGestures(gestures, this.ending.signal);
    this.width.observe(this.root);
  }

  activeSegment(): Segment | null {
    return activeSegment(this.view.state);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  setInvisibles(on: boolean): void {
    this.invisibles = on;
    this.marks.refresh();
  }

  setFind(query: string): Hits {
    return this.find.set(query);
  }

  findNext(): Hits {
    this.find.go(1);
    return this.find.hits;
  }

  findPrevious(): Hits {
    this.find.go(-1);
    return this.find.hits;
  }

  hits(): Hits {
    return this.find.hits;
  }

  setFilter(filter: Filter): number {
    const shown = this.filtering.apply(this.view, filter, this.find.haystacks);
    this.telling.ask();
    this.find.again();
    this.filtering.leaveHidden(this.view);
    return shown;
  }

  goTo(index: number): boolean {
    const { view } = this;
    view.focus();
    return goToIndex(index)(view.state, view.dispatch, view);
  }

  focus(): void {
    this.view.focus();
  }

  setLabels(labels: EditorLabels): void {
    if (labels === this.grid.labels) return;
    this.grid.labels = labels;
    this.writeLabels();
    this.hint.describe();
    this.grid.refresh();
    this.linking.describe();
    this.view.setProps({});
  }

  setMentionLabels(labels: readonly Label[]): void {
    this.mentions.setLabels(labels);
    this.proposalPaint.setLabels(labels);
    this.naming.labels = labels;
  }

  setSideOrder(order: SideOrder): void {
    if (this.root.dataset.sides === order) return;
    this.root.dataset.sides = order;
    this.marks.refresh();
  }

  lightMention(id: string | null): void {
    this.light.hold(id);
  }

  setFindings(findings: ReadonlyMap<string, number>): void {
    this.grid.setFindings(findings);
  }

  setReadOnly(on: boolean): void {
    this.readOnly = on;
    this.view.setProps({});
  }

  destroy(): void {
    this.ending.abort();
    this.width.disconnect();
    this.find.destroy();
    this.highlights.destroy();
    this.marks.destroy();
    this.view.destroy();
    this.root.remove();
  }

  private writeLabels(): void {
    const { language, placeholder, noPersian, leftOut } = this.grid.labels;
    this.root.lang = language;
    const shown = { placeholder, 'no-persian': noPersian, 'left-out': leftOut };
    for (const [name, text] of Object.entries(shown)) this.root.style.setProperty(`--${name}`, JSON.stringify(text));
  }

  private goToSegment(id: string): boolean {
    const segment = segmentById(this.view.state.doc, id);
    return segment !== null && this.filtering.isShown(id) && this.goTo(segment.index);
  }

  private leave(): void {
    if (this.cursor.in(this.activeSegment() ?? { id: '', from: 0, to: 0 }) === null) {
      this.hint.takeFocus('left');
    } else this.cursor.clear();
  }

  private follow(view: EditorView, before: EditorState): void {
    const { state } = view;
    if (state.doc === before.doc && state.selection.eq(before.selection)) return;
    const active = activeSegment(state);
    this.root.classList.toggle('crossing', crossesSegments(state));
    this.cursor.follow(active);
    if (state.doc !== before.doc) {
      this.find.update();
      this.mentions.follow(before.doc);
      this.correcting.follow();
    }
    this.light.follow();
    this.naming.follow();
    this.linking.follow();
    this.mending.follow();
    this.proposals.follow(before.doc);
    if (active && active.id !== this.announced && view.hasFocus()) this.announce(active);
    this.telling.ask();
  }

  private announce(segment: Segment): void {
    this.announced = segment.id;
    this.announcer.say(...segmentUtterances(segment, this.grid), ...this.proposals.utterances());
  }
}

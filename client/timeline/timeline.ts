import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { type Step, Transform } from 'prosemirror-transform';
import { isFault } from '../../shared/core/faults.ts';
import type { Problem } from '../../shared/core/problem.ts';
import { keepLinks } from '../../shared/doc/merge/keep-links.ts';
import { lackingRenderings } from '../../shared/doc/merge/lacking.ts';
import { insertedRenderings, lostRenderings } from '../../shared/doc/merge/lost-renderings.ts';
import { mend } from '../../shared/doc/merge/mend.ts';
import { continuedAt, continueTyping, movedRun, type TypingRun } from '../../shared/doc/merge/typing-run.ts';
import { draftUnvouched } from '../../shared/doc/merge/vouched.ts';
import { stepFrom } from '../../shared/doc/model/link-step.ts';
import { type Editions, latestVersion, editions as ours } from '../../shared/doc/model/migrations.ts';
import type { SourceText } from '../../shared/doc/model/source.ts';
import { keepOffsets } from '../../shared/doc/model/sourced-step.ts';
import { isExpecting } from '../../shared/doc/model/stretch-step.ts';
import { isSame } from '../../shared/wire/mark.ts';
import type { Mark, MarkedVersion, SentStep } from '../../shared/wire/step.ts';
import type { DocumentAtHand } from './authority.ts';
import { documentNode } from './document-node.ts';
import { listen } from './hearing.ts';
import { type Keeper, keeper, type UnsentSteps } from './keeper.ts';
import type { TimelineOptions } from './options.ts';
import { type Pace, pace } from './pace.ts';
import { areFirst, type Run, runsOf } from './runs.ts';
import { type Saving, type Settled, sameSaving } from './saving.ts';
import { nextSlice } from './slice.ts';
import { type Lost, overtaken, rescued } from './tray.ts';
import { type Trouble, watchTrouble } from './trouble.ts';

/**
 * One tab's side of a document's timeline: it owns the editor state, keeps every unsent step in the outbox from the
 * first keystroke, sends, receives and rebases. What a rebase cannot keep goes to the recovery tray, never into nothing.
 */
export class Timeline {
  state: EditorState;
  /** The document as it was opened. */
  readonly opened: Node;
  private readonly options: TimelineOptions;
  private readonly editions: Editions;
  private readonly listeners = new Set<() => void>();
  private readonly keeper: Keeper;
  private readonly pace: Pace;
  private document: DocumentAtHand;
  /** The document as the server has it at the version that the state stands on, and the mark of that. */
  private confirmed: Node;
  private mark: Mark;
  /** True from when the server said that it has another history until the document is opened again. */
  private adrift = false;
  /** Counts how often the document was opened again: what was asked before that is answered for nothing. */
  private opening = 0;
  /** The last document that is known to keep the laws; see `brokenLaws`. The head of a document does. */
  private lawful: Node | undefined;
  private lastSaving: Saving = { kind: 'saved', version: 0, waiting: 0, kept: true };
  private typing: TypingRun | null = null;
  private read: { readonly state: EditorState; readonly steps: readonly Step[] } | null = null;
  private readonly trouble: Trouble;
  /** True once the server has told of a schema that is not this tab's. */
  private outdated = false;
  /** What the server said when it last would not take what this tab had done, and how often it would not. */
  refusal: readonly Problem[] = [];
  private refusals = 0;
  /** How often an older copy of the data was found in place of what this tab had open. */
  putBacks = 0;
  /** Called before steps of others are taken in: what the tab has not told of yet can be told to the state as it stands. */
  onTaking: () => void = () => {};
  private sending: Promise<void> | null = null;
  private closed = false;
  private stopListening: () => void;

  constructor(options: TimelineOptions) {
    this.options = options;
    this.editions = options.editions ?? ours;
    this.document = options.document;
    this.state = this.freshState(options.document);
    this.opened = this.state.doc;
    this.lawful = this.opened;
    this.confirmed = this.opened;
    this.mark = options.document.mark;
    const tell = () => this.tell();
    this.keeper = keeper(options.outbox, () => this.unsent(), options.now, tell, options.putOff);
    this.pace = pace(() => void this.send(), options.now);
    this.trouble = watchTrouble(options.authority.trouble, this.pace, tell);
    this.stopListening = this.listen();
  }

  /** The id of the document. */
  get id(): string {
    return this.document.id;
  }

  /** Where the changes are now; the same object until that changes. */
  saving(): Saving {
    const version = getVersion(this.state);
    const waiting = this.waiting();
    const kept = this.keeper.kept();
    const settled = waiting === 0 && !this.adrift;
    const kind = this.outdated ? 'outdated' : settled ? 'saved' : (this.trouble.now() ?? 'saving');
    this.lastSaving = sameSaving(this.lastSaving, { kind, version, waiting, kept });
    return this.lastSaving;
  }

  /** Calls `listener` after every change of the state or of where it is saved; returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Applies a transaction of this tab, and mends: an undo may bring back what no longer fits the changes of others. */
  dispatch(tr: Transaction): void {
    this.typing = continueTyping(tr, this.typing);
    this.state = this.state.apply(keepOffsets(tr));
    if (tr.docChanged) {
      this.mendDocument();
      this.changed();
    }
    this.tell();
  }

  /** Sends what is unsent now; resolves once the server has all of it, has refused it, or does not take it for now. */
  async settle(): Promise<Settled> {
    const { refusals } = this;
    while (this.waiting() > 0 || this.adrift) {
      await this.send();
      if (this.trouble.now() || this.outdated || this.closed) return 'waiting';
    }
    return this.refusals === refusals ? 'saved' : 'refused';
  }

  /** Tries again at once, for a browser that says it is online again. */
  retry(): void {
    if (this.isOwing()) this.pace.now();
  }

  /** Stops sending and hearing. What is unsent stays in the outbox. */
  close(): void {
    this.closed = true;
    this.pace.stop();
    this.trouble.stop();
    this.stopListening();
    this.listeners.clear();
  }

  /** Takes over steps that another tab left unsent; the state must stand at the version they were made for. They are in the
   *  outbox, under the name of this tab, before they are sent. */
  adopt(steps: readonly unknown[]): void {
    const tr = this.state.tr.setMeta('addToHistory', false);
    for (const json of steps) tr.step(stepFrom(this.editions.schema, json));
    continueTyping(tr, null);
    this.state = this.state.apply(keepOffsets(tr));
    this.lawful = undefined;
    this.keeper.changed();
  }

  private listen(): () => void {
    const { authority, client, attending } = this.options;
    return listen(
      authority,
      { document: this.document.id, client, attending },
      {
        standing: () => this.standing(),
        met: () => this.trouble.now() && this.retry(),
        takeIn: (base, steps) => this.takeIn(base, steps),
        leave: () => void this.leave(),
      },
    );
  }

  /** The version that the state stands on, and the mark of its history. */
  standing(): MarkedVersion {
    return { version: getVersion(this.state), mark: this.mark };
  }

  private freshState(document: DocumentAtHand): EditorState {
    return EditorState.create({
      doc: documentNode(document, this.editions),
      plugins: [...this.options.plugins, collab({ version: document.version, clientID: this.options.client })],
    });
  }

  private waiting = (): number => this.sendable().length;

  /** The steps that the server has not acknowledged; read once a state, as there may be thousands. */
  private sendable(): readonly Step[] {
    if (this.read?.state !== this.state) {
      this.read = { state: this.state, steps: sendableSteps(this.state)?.steps ?? [] };
    }
    return this.read.steps;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private changed(): void {
    this.keeper.changed();
    if (this.isOwing()) this.pace.changed();
  }

  /** True while there is something to do with the server. */
  private isOwing(): boolean {
    return !this.closed && !this.outdated && (this.waiting() > 0 || this.adrift);
  }

  private unsent(): UnsentSteps {
    return {
      client: this.options.client,
      document: this.document.id,
      base: getVersion(this.state),
      mark: this.mark,
      schema: latestVersion(this.editions),
      steps: this.sendable(),
    };
  }

  private send(): Promise<void> {
    this.sending ??= this.push().finally(() => {
      this.sending = null;
      if (this.isOwing()) this.pace.again();
    });
    return this.sending;
  }

  private async push(): Promise<void> {
    await this.keeper.written();
    if (this.closed || this.outdated) return;
    if (this.adrift) return this.openAgain('history');
    const sendable = sendableSteps(this.state);
    if (!sendable) return;
    this.pace.sent();
    this.trouble.sent();
    const { opening } = this;
    const base = this.standing();
    const { steps, purpose } = nextSlice(sendable, this.confirmed, this.source());
    const push = {
      ...this.unsent(),
      isMovable: !steps.some(isExpecting),
      continued: continuedAt(steps),
      steps: steps.map((step) => step.toJSON() as unknown),
      ...(purpose && { purpose }),
    };
    const answer = await this.options.authority.push(push).catch((error: unknown) => this.unanswered(error));
    if (!answer) return;
    this.trouble.answered();
    // The document was opened again meanwhile: these steps are in it, or in the tray.
    if (opening !== this.opening) return;
    if (answer.ok) {
      const behind = answer.version - getVersion(this.state);
      this.pace.worked();
      if (answer.steps) this.takeIn(base, answer.steps);
      else if (behind > 0)
        this.orLeave(() => this.receive({ isOwn: true, steps: steps.slice(-behind), mark: answer.mark }));
      else if (behind === 0 && !isSame(this.mark, answer.mark)) await this.leave();
    } else if (answer.reason === 'stale') {
      this.pace.late();
      this.takeIn(base, answer.steps);
    } else if (answer.reason === 'history') {
      await this.leave();
    } else if (answer.reason === 'reload') {
      this.outdate();
    } else if (answer.reason === 'storage') {
      this.trouble.failed(answer.problems.map(({ rule }) => rule).find(isFault) ?? 'broken');
    } else {
      await this.openAgain('refused', answer.problems);
    }
  }

  /** From here on nothing is sent and nothing is taken in: the steps wait in the outbox for the program that comes next. */
  private outdate(): void {
    this.outdated = true;
    this.stopListening();
    this.keeper.changed();
    this.tell();
  }

  private unanswered(error: unknown): null {
    this.trouble.failed(this.options.authority.causeOf(error));
    return null;
  }

  private takeIn(base: MarkedVersion, sent: readonly SentStep[]): void {
    this.onTaking();
    this.orLeave(() => this.takeInFresh(base, sent));
  }

  /** Where steps of the server do not apply, or what is unsent cannot stand on them, the histories differ. */
  private orLeave(takeIn: () => void): void {
    try {
      takeIn();
    } catch {
      void this.leave();
    }
  }

  /** Takes in steps that apply to version `base`, as far as they are not known; nothing where their marks are of another history. */
  private takeInFresh(base: MarkedVersion, sent: readonly SentStep[]): void {
    const known = getVersion(this.state) - base.version;
    if (known > sent.length) return;
    if (!isSame(this.mark, known === 0 ? base.mark : (sent[known - 1]?.mark ?? null))) {
      void this.leave();
      return;
    }
    const fresh = sent.slice(known);
    const latest = latestVersion(this.editions);
    if (fresh.some(({ schema }) => schema !== latest)) return void this.outdate();
    for (const run of runsOf(fresh, this.options.client, this.editions.schema)) {
      // The server has put them elsewhere than this tab would: what it has counts.
      if (run.isOwn && !areFirst(run.steps, this.sendable(), this.editions.schema)) return void this.leave();
      this.receive(run);
    }
    if (fresh.length === 0) this.tell();
  }

  /** Takes in steps that follow each other from where the state stands. */
  private receive({ isOwn, steps, mark }: Run): void {
    const confirmed = steps.reduce((tr, step) => tr.step(step), new Transform(this.confirmed)).doc;
    const remote = isOwn ? 0 : steps.length;
    const author = isOwn ? this.options.client : 'others';
    const tr = receiveTransaction(this.state, steps, Array(steps.length).fill(author), { mapSelectionBackward: true });
    this.recover(overtaken(lostRenderings(tr, remote)));
    this.confirmed = confirmed;
    this.mark = mark;
    this.state = this.state.apply(tr);
    this.typing = movedRun(this.typing, tr.mapping);
    if (remote > 0 && this.waiting() > 0) this.mendDocument(tr, remote);
    this.keeper.changed();
    this.tell();
  }

  /** Concurrent splits and merges, and an undo across them, may leave source ranges that do not tile; the repair is a
   *  change of this tab. A tab with nothing unsent has the server's document, and mends nothing: where the server's answer
   *  was cut short, the rest of it is on its way. `received` brought `remote` steps of others. */
  private mendDocument(received?: Transaction, remote = 0): void {
    const tr = this.state.tr.setMeta('addToHistory', false).setMeta('mend', true);
    if (received) keepLinks(tr, received, remote);
    mend(tr, this.source(), this.options.newId, this.lawful);
    if (received) draftUnvouched(tr, { ours: received.before, theirs: this.confirmed }, this.source());
    if (tr.docChanged) this.state = this.state.apply(keepOffsets(tr));
    this.lawful = this.state.doc;
  }

  private source(): SourceText {
    const { source, outline } = this.document;
    return { text: source, paragraphs: outline.paragraphs };
  }

  /** The server has another history than this tab: nothing of it is taken in, and nothing sent, until the document is open
   *  again as it is there. */
  private async leave(): Promise<void> {
    if (this.adrift) return;
    this.adrift = true;
    this.stopListening();
    this.tell();
    if (this.pace.left()) await this.openAgain('history');
    else this.pace.again();
  }

  /** Opens the document again, where the server will not take these changes or has another history. What was typed goes to the
   *  tray: what is unsent, and of another history all that is not in the document that is there now. */
  private async openAgain(reason: 'refused' | 'history', problems: readonly Problem[] = []): Promise<void> {
    const opening = ++this.opening;
    let document: DocumentAtHand;
    try {
      document = await this.options.authority.open(this.document.id);
    } catch (error) {
      this.trouble.failed(this.options.authority.causeOf(error));
      if (!this.sending && this.isOwing()) this.pace.again();
      return;
    }
    // Closed meanwhile, what is unsent waits in the outbox for whoever opens the document next.
    if (this.closed || opening !== this.opening) return;
    const unsent = this.sendable();
    const before = this.state.doc;
    this.document = document;
    this.state = this.freshState(document);
    const after = this.state.doc;
    const lost = reason === 'history' ? lackingRenderings(before, after) : insertedRenderings(before, unsent);
    this.recover(lost.map((one) => ({ ...one, reason })));
    if (unsent.length > 0) this.refusals += 1;
    if (reason === 'refused') this.refusal = problems;
    this.typing = null;
    this.lawful = after;
    this.confirmed = after;
    this.mark = document.mark;
    if (this.adrift) {
      this.adrift = false;
      this.putBacks += 1;
      this.stopListening = this.listen();
    }
    this.pace.worked();
    this.trouble.answered();
    this.keeper.changed();
    this.tell();
  }

  private recover(lost: readonly Lost[]): void {
    if (lost.length > 0) this.options.tray.add(rescued(this.document.id, lost, this.options));
  }
}

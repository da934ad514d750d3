import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import { EditorState, type Plugin, type Transaction } from 'prosemirror-state';
import { Step } from 'prosemirror-transform';
import { mend } from '../../shared/doc/merge/mend.ts';
import { insertedRenderings, type LostRendering, lostRenderings } from '../../shared/doc/merge/rebase.ts';
import { continueTyping, movedRun, type TypingRun } from '../../shared/doc/merge/typing-run.ts';
import { type Editions, latestVersion, editions as ours } from '../../shared/doc/model/migrations.ts';
import type { PushAnswer } from '../../shared/wire/push.ts';
import type { SentStep } from '../../shared/wire/step.ts';
import type { Attending, Authority, DocumentAtHand } from './authority.ts';
import type { Cause } from './cause.ts';
import { documentNode } from './document-node.ts';
import { type Keeper, keeper, type PutOff, type UnsentSteps } from './keeper.ts';
import type { Outbox } from './outbox.ts';
import { nextPush } from './purpose.ts';
import type { Recovered } from './shelves.ts';
import type { Tray } from './tray.ts';

/** Where the changes of this tab are. `outdated`: the document is written in a newer schema by now, this tab sends nothing
 *  any more, and has to be loaded again, which sends what is `kept`. `waiting` counts the steps that the server has not acknowledged; `kept` tells
 *  whether this device holds them meanwhile. */
export interface Saving {
  readonly kind: 'saved' | 'saving' | 'outdated' | Cause;
  readonly version: number;
  readonly waiting: number;
  readonly kept: boolean;
}

/** What became of unsent changes: the server has them; it would not take them, and their text is in the tray; or they wait in
 *  the outbox. */
export type Settled = 'saved' | 'refused' | 'waiting';

export interface TimelineOptions {
  readonly authority: Authority;
  readonly outbox: Outbox;
  readonly tray: Tray;
  readonly document: DocumentAtHand;
  /** Names this tab in the log; a tab that takes over the unsent steps of another takes its name too. */
  readonly client: string;
  readonly plugins: readonly Plugin[];
  /** Hears who else is in the document. */
  readonly attending?: Attending;
  readonly newId: () => string;
  readonly now: () => number;
  /** Has work wait that need not be done with a key; at once unless it is given. */
  readonly putOff?: (work: () => void) => PutOff;
  /** The versions of the schema; those of this Radif unless they are given. */
  readonly editions?: Editions;
}

/** How long typing may rest before it is sent, and how long it may go on unsent, in milliseconds. */
const REST = 250;
const LONGEST = 1000;
const atOnce = (work: () => void): PutOff => ({ ask: work, now: () => undefined });
const RETRY = [1000, 2000, 4000, 8000, 10_000];

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
  private document: DocumentAtHand;
  /** The last document that is known to keep the laws; see `brokenLaws`. The head of a document does. */
  private lawful: Node | undefined;
  private lastSaving: Saving = { kind: 'saved', version: 0, waiting: 0, kept: true };
  private typing: TypingRun | null = null;
  private read: { readonly state: EditorState; readonly steps: readonly Step[] } | null = null;
  private trouble: Cause | null = null;
  /** True once the server has told of a schema that is not this tab's. */
  private outdated = false;
  /** How often the server would not take what this tab had done. */
  private refusals = 0;
  private sending: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private unsentSince: number | null = null;
  private failures = 0;
  private closed = false;
  private readonly stopWatching: () => void;

  constructor(options: TimelineOptions) {
    this.options = options;
    this.editions = options.editions ?? ours;
    this.document = options.document;
    this.state = this.freshState(options.document);
    this.opened = this.state.doc;
    this.lawful = this.opened;
    this.keeper = keeper(
      options.outbox,
      () => this.unsent(),
      options.now,
      () => this.tell(),
      options.putOff ?? atOnce,
    );
    this.stopWatching = options.authority.watch(
      options.document.id,
      options.client,
      () => getVersion(this.state),
      (version, steps) => this.hear(version, steps),
      options.attending,
    );
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
    const kind = this.outdated ? 'outdated' : waiting === 0 ? 'saved' : (this.trouble ?? 'saving');
    const last = this.lastSaving;
    if (last.kind === kind && last.version === version && last.waiting === waiting && last.kept === kept) return last;
    this.lastSaving = { kind, version, waiting, kept };
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
    this.state = this.state.apply(tr);
    if (tr.docChanged) {
      this.mendDocument();
      this.changed();
    }
    this.tell();
  }

  /** Sends what is unsent now; resolves once the server has all of it, has refused it, or does not take it for now. */
  async settle(): Promise<Settled> {
    const { refusals } = this;
    while (this.waiting() > 0) {
      await this.send();
      if (this.trouble || this.outdated) return 'waiting';
    }
    return this.refusals === refusals ? 'saved' : 'refused';
  }

  /** Tries again at once, for a browser that says it is online again. */
  retry(): void {
    this.failures = 0;
    if (!this.outdated && this.waiting() > 0) this.schedule(0);
  }

  /** Stops sending and hearing. What is unsent stays in the outbox. */
  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    this.stopWatching();
    this.listeners.clear();
  }

  /** Takes over steps that another tab left unsent; the state must stand at the version they were made for. They are in the
   *  outbox, under the name of this tab, before they are sent. */
  adopt(steps: readonly unknown[]): void {
    const tr = this.state.tr.setMeta('addToHistory', false);
    for (const json of steps) tr.step(Step.fromJSON(this.editions.schema, json));
    continueTyping(tr, null);
    this.state = this.state.apply(tr);
    this.lawful = undefined;
    this.keeper.changed();
  }

  private freshState(document: DocumentAtHand): EditorState {
    return EditorState.create({
      doc: documentNode(document, this.editions),
      plugins: [...this.options.plugins, collab({ version: document.version, clientID: this.options.client })],
    });
  }

  private waiting(): number {
    return this.sendable().length;
  }

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
    if (this.closed || this.outdated || this.waiting() === 0) return;
    const now = this.options.now();
    this.unsentSince ??= now;
    if (!this.trouble) this.schedule(Math.min(REST, Math.max(0, this.unsentSince + LONGEST - now)));
  }

  private unsent(): UnsentSteps {
    return {
      client: this.options.client,
      document: this.document.id,
      base: getVersion(this.state),
      schema: latestVersion(this.editions),
      steps: this.sendable(),
    };
  }

  private schedule(delay: number): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.send();
    }, delay);
  }

  private send(): Promise<void> {
    this.sending ??= this.push().finally(() => {
      this.sending = null;
      if (!this.closed && !this.outdated && this.waiting() > 0 && !this.timer)
        this.schedule(this.trouble ? this.pause() : 0);
    });
    return this.sending;
  }

  private pause(): number {
    return RETRY[Math.min(this.failures, RETRY.length) - 1] ?? 0;
  }

  private async push(): Promise<void> {
    await this.keeper.written();
    const sendable = sendableSteps(this.state);
    if (!sendable || this.closed || this.outdated) return;
    this.unsentSince = null;
    const { length, purpose } = nextPush(sendable.steps, sendable.origins);
    const steps = sendable.steps.slice(0, length);
    let answer: PushAnswer;
    try {
      answer = await this.options.authority.push({
        document: this.document.id,
        base: sendable.version,
        client: this.options.client,
        schema: latestVersion(this.editions),
        steps: steps.map((step) => step.toJSON()),
        ...(purpose && { purpose }),
      });
    } catch (error) {
      this.failed(this.options.authority.causeOf(error));
      return;
    }
    if (answer.ok) {
      const behind = Math.max(0, answer.version - getVersion(this.state));
      this.worked();
      if (behind > 0) this.receive(steps.slice(-behind), Array(behind).fill(this.options.client));
    } else if (answer.reason === 'stale') {
      this.worked();
      const known = getVersion(this.state) - sendable.version;
      this.receiveSent(answer.steps.slice(known));
    } else if (answer.reason === 'reload') {
      this.outdate();
    } else if (answer.reason === 'storage') {
      this.failed('full');
    } else {
      await this.startOver();
    }
  }

  private worked(): void {
    this.failures = 0;
    this.trouble = null;
  }

  /** From here on nothing is sent and nothing is taken in: the steps wait in the outbox for the program that comes next. */
  private outdate(): void {
    this.outdated = true;
    this.keeper.changed();
    this.tell();
  }

  private failed(trouble: Cause): void {
    this.failures += 1;
    this.trouble = trouble;
    this.tell();
  }

  /** The server is there, and has these steps: version `version` is the last of them. */
  private hear(version: number, steps: readonly SentStep[]): void {
    if (this.closed || this.outdated) return;
    if (this.trouble) this.retry();
    const first = version - steps.length + 1;
    const expected = getVersion(this.state) + 1;
    if (version < expected) return;
    if (first > expected) void this.catchUp(version);
    else this.receiveSent(steps.slice(expected - first));
  }

  /** Asks for the steps up to `version`; of many, the server gives the first ones. */
  private async catchUp(version: number): Promise<void> {
    try {
      while (!this.closed && !this.outdated && getVersion(this.state) < version) {
        const base = getVersion(this.state);
        const steps = await this.options.authority.since(this.document.id, base);
        if (steps.length === 0) return;
        this.receiveSent(steps.slice(getVersion(this.state) - base));
      }
    } catch {
      // The next message or push finds the same gap and asks again.
    }
  }

  private receiveSent(sent: readonly SentStep[]): void {
    const latest = latestVersion(this.editions);
    if (sent.some(({ schema }) => schema !== latest)) {
      this.outdate();
      return;
    }
    this.receive(
      sent.map(({ step }) => Step.fromJSON(this.editions.schema, step)),
      sent.map(({ client }) => client),
    );
  }

  private receive(steps: readonly Step[], clients: readonly string[]): void {
    if (steps.length > 0) {
      const own = clients.findIndex((client) => client !== this.options.client);
      const remote = own < 0 ? 0 : steps.length - own;
      const tr = receiveTransaction(this.state, steps, clients, { mapSelectionBackward: true });
      this.recover(
        lostRenderings(tr, remote).map((lost) => ({
          ...lost,
          reason: lost.author === 'local' ? 'overtaken' : 'removed',
        })),
      );
      this.state = this.state.apply(tr);
      this.typing = movedRun(this.typing, tr.mapping);
      if (remote > 0 && this.waiting() > 0) this.mendDocument();
    }
    this.keeper.changed();
    this.tell();
  }

  /** Concurrent splits and merges, and an undo across them, may leave source ranges that do not tile; the repair is a
   *  change of this tab. A tab with nothing unsent has the server's document, and mends nothing: where the server's answer
   *  was cut short, the rest of it is on its way. */
  private mendDocument(): void {
    const tr = this.state.tr.setMeta('addToHistory', false).setMeta('mend', true);
    const source = { text: this.document.source, paragraphs: this.document.outline.paragraphs };
    if (mend(tr, source, this.options.newId, this.lawful)) this.state = this.state.apply(tr);
    this.lawful = this.state.doc;
  }

  /** The server will not take these changes: their text goes to the tray, and the document is opened again. */
  private async startOver(): Promise<void> {
    try {
      this.document = await this.options.authority.open(this.document.id);
    } catch (error) {
      this.failed(this.options.authority.causeOf(error));
      return;
    }
    this.recover(insertedRenderings(this.state.doc, this.sendable()).map((lost) => ({ ...lost, reason: 'refused' })));
    this.refusals += 1;
    this.state = this.freshState(this.document);
    this.typing = null;
    this.lawful = this.state.doc;
    this.worked();
    this.keeper.changed();
    this.tell();
  }

  private recover(lost: readonly (LostRendering & Pick<Recovered, 'reason'>)[]): void {
    if (lost.length === 0) return;
    const { newId, now, tray } = this.options;
    tray.add(
      lost.map(({ segment, text, reason }) => ({
        id: newId(),
        document: this.document.id,
        segment,
        text,
        at: now(),
        reason,
      })),
    );
  }
}

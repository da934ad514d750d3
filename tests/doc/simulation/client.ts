import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import { history } from 'prosemirror-history';
import { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { Step } from 'prosemirror-transform';
import { areFirst, runsOf } from '../../../client/timeline/runs.ts';
import { lostRenderings } from '../../../shared/doc/merge/lost-renderings.ts';
import { mend } from '../../../shared/doc/merge/mend.ts';
import { withSource } from '../../../shared/doc/model/correction-step.ts';
import { brokenLaws } from '../../../shared/doc/model/law.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { keepOffsets } from '../../../shared/doc/model/sourced-step.ts';
import type { Answer, Authority, SentStep } from './authority.ts';
import { countTyped } from './characters.ts';

/** What a client writes to disk before it does anything else, so that a crash takes nothing. */
interface Outbox {
  readonly base: number;
  readonly steps: readonly unknown[];
}

interface Push {
  readonly base: number;
  readonly steps: readonly unknown[];
}

/** One person's side of the timeline, as the product runs it: edit, send, take in, rebase, mend, come back after a crash.
 *  Whatever it does, it checks that its document stays lawful and that no text goes without being told. */
export class SimulatedClient {
  readonly id: string;
  private readonly source: SourceText;
  private readonly newId: () => string;
  private outbox: Outbox;
  /** The last document that was found lawful. */
  private lawful: Node | undefined;
  state: EditorState;

  static async open(
    id: string,
    authority: Authority,
    source: SourceText,
    newId: () => string,
  ): Promise<SimulatedClient> {
    const { doc, version } = await authority.open();
    return new SimulatedClient(id, source, newId, doc, version);
  }

  private constructor(id: string, source: SourceText, newId: () => string, doc: unknown, version: number) {
    this.id = id;
    this.source = source;
    this.newId = newId;
    this.state = this.stateAt(doc, version);
    this.outbox = { base: version, steps: [] };
  }

  get version(): number {
    return getVersion(this.state);
  }

  get unsent(): boolean {
    return sendableSteps(this.state) !== null;
  }

  /** Applies what the person did, and mends what an undo may have brought back crosswise. */
  edit(tr: Transaction): void {
    keepOffsets(tr);
    this.state = this.state.apply(tr);
    this.mend();
    this.keep();
  }

  /** The push to send now, `null` when nothing is unsent. */
  push(): Push | null {
    return this.unsent ? this.outbox : null;
  }

  /** Takes in the answer to `push`, which may come late: what it says may be known already. */
  answered(push: Push, answer: Answer): void {
    if (answer.ok && answer.steps) this.hear(push.base, answer.steps);
    else if (answer.ok)
      this.hear(
        push.base,
        push.steps.map((step) => ({ client: this.id, step })),
      );
    else if (answer.reason === 'stale') this.hear(push.base, answer.steps);
    else throw new Error(`${this.id} was refused: ${JSON.stringify(answer.problems)}`);
  }

  /** Takes in the steps after `base`, as far as they are not known yet. */
  hear(base: number, sent: readonly SentStep[]): void {
    const fresh = sent.slice(Math.max(0, this.version - base));
    if (base > this.version || fresh.length === 0) return;
    for (const { isOwn, steps } of runsOf(
      fresh.map((step) => ({ schema: 1, mark: null, ...step })),
      this.id,
      schema,
    )) {
      const unsent = sendableSteps(this.state)?.steps ?? [];
      if (isOwn && !areFirst(steps, unsent, schema)) throw new Error(`${this.id} has other steps than were accepted`);
      this.receive(isOwn, steps);
    }
  }

  private receive(isOwn: boolean, steps: readonly Step[]): void {
    const remote = isOwn ? 0 : steps.length;
    const before = this.state;
    const received = receiveTransaction(before, steps, Array(steps.length).fill(isOwn ? this.id : 'others'));
    if (remote > 0) this.checkNothingLost(received, remote);
    this.state = before.apply(received);
    if (remote > 0 && this.unsent) this.mend();
    this.keep();
  }

  /** The machine went off: all that is left is the outbox and what the authority has. */
  async crash(authority: Authority): Promise<void> {
    const { doc, version } = await authority.open(this.outbox.base);
    this.state = this.stateAt(doc, version);
    const { tr } = this.state;
    for (const step of this.outbox.steps) tr.step(Step.fromJSON(schema, step));
    keepOffsets(tr);
    if (tr.docChanged) this.state = this.state.apply(tr);
    this.lawful = undefined;
  }

  private stateAt(doc: unknown, version: number): EditorState {
    return EditorState.create({
      doc: withSource(Node.fromJSON(schema, doc), this.source.text),
      plugins: [history(), collab({ version, clientID: this.id })],
    });
  }

  private keep(): void {
    const steps = sendableSteps(this.state)?.steps.map((step) => JSON.parse(JSON.stringify(step.toJSON())) as unknown);
    this.outbox = { base: this.version, steps: steps ?? [] };
  }

  /** Where nothing is unsent the document is the authority's, which may have told only a part of a change so far. */
  private mend(): void {
    const { tr } = this.state;
    if (mend(tr, this.source, this.newId, this.lawful)) {
      const kept = countTyped(tr.doc);
      for (const [character, count] of countTyped(tr.before)) {
        if ((kept.get(character) ?? 0) < count) throw new Error(`Mending dropped "${character}"`);
      }
      keepOffsets(tr);
      this.state = this.state.apply(tr.setMeta('addToHistory', false));
    }
    this.state.doc.check();
    const problems = brokenLaws(this.state.doc, this.source);
    if (problems.length > 0) throw new Error(`${this.id} breaks laws: ${JSON.stringify(problems)}`);
    this.lawful = this.state.doc;
  }

  /** What either side typed is there afterwards or told to be lost, and what neither touched is there in any case. A
   *  character may stand twice where two people brought the same text back. */
  private checkNothingLost(received: Transaction, remote: number): void {
    const unsent = received.getMeta('rebased') as number;
    const base = countTyped(received.docs[unsent] ?? received.doc);
    const local = countTyped(received.before);
    const head = countTyped(received.docs[unsent + remote] ?? received.doc);
    const after = countTyped(received.doc);
    const told = countTyped(...lostRenderings(received, remote).map(({ text }) => text));
    for (const character of new Set([...local.keys(), ...head.keys()])) {
      const of = (counts: ReadonlyMap<string, number>) => counts.get(character) ?? 0;
      if (of(after) + of(told) < of(local) + of(head) - of(base))
        throw new Error(`${this.id} lost "${character}" without a word`);
    }
  }
}

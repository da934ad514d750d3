import type { CaretPlace, Companion } from '../../shared/wire/presence.ts';

/** Says where the caret of this tab is, and what its person is called. */
export type Send = (here: { readonly name: string; readonly caret: CaretPlace | null }) => Promise<unknown>;

/** Between two words about the caret pass at least so many milliseconds. */
const PAUSE = 400;

/** Who else has the document open, as the server tells it, and this tab's part in it: where its caret is. Nothing of that is
 *  kept, and what does not arrive is not sent again. */
export class Companions {
  private readonly send: Send;
  private readonly listeners = new Set<() => void>();
  private others: readonly Companion[] = [];
  private name = '';
  private caret: CaretPlace | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isDue = false;
  private isClosed = false;

  constructor(send: Send) {
    this.send = send;
  }

  /** Who else is here; the same list until that changes. */
  readonly people = (): readonly Companion[] => this.others;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  met(people: readonly Companion[]): void {
    if (this.others.length === 0 && people.length === 0) return;
    this.others = people;
    for (const listener of this.listeners) listener();
  }

  /** A connection is there: the server may not know this tab any more. */
  joined(): void {
    this.tell();
  }

  isCalled(name: string): void {
    if (name === this.name) return;
    this.name = name;
    this.tell();
  }

  isAt(caret: CaretPlace | null): void {
    if (caret?.segment === this.caret?.segment && caret?.offset === this.caret?.offset) return;
    this.caret = caret;
    this.tell();
  }

  close(): void {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
  }

  /** At once where it has been quiet, else when the pause is over. */
  private tell(): void {
    this.isDue = true;
    if (this.timer || this.isClosed) return;
    const say = () => {
      this.timer = null;
      if (!this.isDue || this.isClosed) return;
      this.isDue = false;
      this.send({ name: this.name, caret: this.caret }).catch(() => undefined);
      this.timer = setTimeout(say, PAUSE);
    };
    say();
  }
}

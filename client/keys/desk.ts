import type { CommandId } from './commands.ts';

/** What commands do here. A handler that returns `false` did not take the command. */
export type Handlers = { readonly [Id in CommandId]?: (() => unknown) | undefined };

/** Hears what became of a command that was kept. */
export type Ended = (isDone: boolean) => void;

interface Kept {
  readonly id: CommandId;
  readonly ended: Ended | undefined;
}

/** Where parts of the interface say what they do on a command. */
export interface Desk {
  /** Takes part until the returned function is called. Who came last is asked first. */
  register(handlers: () => Handlers): () => void;
  /** Does the command; `false` when nobody took it. */
  run(id: CommandId): boolean;
  /** True when somebody would do the command now; nobody does on a page that is being left. */
  serves(id: CommandId): boolean;
  /** Says that somebody who may take commands is on the way, until the returned function is called. At first the page is. */
  expect(): () => void;
  /** Says that the page is left for another one, which is on the way from now on. */
  leave(): void;
  /** True from then until the other one is there. */
  isLeft(): boolean;
  /** Says that the page that was on the way is there. */
  arrive(): void;
  /** Keeps a command, and no other, for who is on the way; `false` where nobody is. Calls `ended` once it was done, or dropped. */
  keep(id: CommandId, ended?: Ended): boolean;
  /** True while a command is kept. */
  keeps(): boolean;
  /** Does the command that is kept, if somebody takes it by now. */
  catchUp(): void;
  /** The same, and drops it where nobody is on the way any more. */
  settle(): void;
  /** Drops the command that is kept. */
  forget(): void;
}

export function createDesk(): Desk {
  const registered: (() => Handlers)[] = [];
  /** The page that is on the way. */
  let coming: 'first' | 'next' | null = 'first';
  let expected = 1;
  let kept: Kept | null = null;
  const handlersOf = (id: CommandId) =>
    registered.flatMap((handlers) => {
      const handler = handlers()[id];
      return handler ? [handler] : [];
    });
  const drop = () => {
    const dropped = kept;
    kept = null;
    dropped?.ended?.(false);
  };
  const run = (id: CommandId) => handlersOf(id).some((handler) => handler() !== false);
  return {
    register(handlers) {
      registered.unshift(handlers);
      return () => registered.splice(registered.indexOf(handlers), 1);
    },
    run,
    serves: (id) => coming !== 'next' && handlersOf(id).length > 0,
    expect() {
      expected += 1;
      return () => {
        expected -= 1;
      };
    },
    leave() {
      if (coming !== null) return;
      expected += 1;
      coming = 'next';
    },
    isLeft: () => coming === 'next',
    arrive() {
      if (coming !== null) expected -= 1;
      coming = null;
    },
    keep(id, ended) {
      drop();
      if (expected > 0) kept = { id, ended };
      return kept !== null;
    },
    keeps: () => kept !== null,
    catchUp() {
      const trying = kept;
      if (trying === null || coming === 'next') return;
      // What it opens may press keys itself.
      kept = null;
      if (run(trying.id)) trying.ended?.(true);
      else if (kept === null) kept = trying;
      else trying.ended?.(false);
    },
    settle() {
      this.catchUp();
      if (expected === 0) drop();
    },
    forget: drop,
  };
}

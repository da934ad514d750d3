import type { CommandId } from './commands.ts';

/** What commands do here. A handler that returns `false` did not take the command. */
export type Handlers = { readonly [Id in CommandId]?: (() => unknown) | undefined };

/** Where parts of the interface say what they do on a command. */
export interface Desk {
  /** Takes part until the returned function is called. Who came last is asked first. */
  register(handlers: () => Handlers): () => void;
  /** Does the command; `false` when nobody took it. */
  run(id: CommandId): boolean;
  /** True when somebody would do the command now. */
  serves(id: CommandId): boolean;
}

export function createDesk(): Desk {
  const registered: (() => Handlers)[] = [];
  const handlersOf = (id: CommandId) =>
    registered.flatMap((handlers) => {
      const handler = handlers()[id];
      return handler ? [handler] : [];
    });
  return {
    register(handlers) {
      registered.unshift(handlers);
      return () => registered.splice(registered.indexOf(handlers), 1);
    },
    run: (id) => handlersOf(id).some((handler) => handler() !== false),
    serves: (id) => handlersOf(id).length > 0,
  };
}

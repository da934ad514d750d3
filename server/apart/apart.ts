import type { Waiting } from './task.ts';
import { type Input, type Output, type TaskName, taskNamed } from './tasks.ts';

/** Where tasks are done. */
export interface Apart {
  /** Rejects with `WorkStopped` when the task was too large or was cancelled, else with what it threw. */
  run<Name extends TaskName>(name: Name, input: Input<Name>, waiting?: Waiting): Promise<Output<Name>>;
  /** Stops what runs. */
  close(): Promise<void>;
}

/** Does tasks right here: for a command line, where nobody else is served. */
export function inPlace(newId: () => string): Apart {
  return {
    async run<Name extends TaskName>(name: Name, input: Input<Name>, { progress, tell, signal }: Waiting = {}) {
      signal?.throwIfAborted();
      const task = await taskNamed(name);
      const tools = { newId, progress: progress ?? (() => {}), tell: async (piece: unknown) => tell?.(piece) };
      return (await task(input, tools)) as Output<Name>;
    },
    close: async () => {},
  };
}

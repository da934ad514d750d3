import { type ChildProcess, fork } from 'node:child_process';
import { setPriority, tmpdir } from 'node:os';
import type { Apart } from './apart.ts';
import { WorkStopped } from './failure.ts';
import type { Order, Report } from './message.ts';
import type { Waiting } from './task.ts';
import type { Input, Output, TaskName } from './tasks.ts';

export interface ProcessLimits {
  /** MiB of JavaScript objects. */
  readonly memory: number;
  /** Milliseconds for one task. */
  readonly time: number;
  /** Tasks at a time, and how many more may wait. */
  readonly running: number;
  readonly waiting: number;
  /** Milliseconds after which a process without work ends. */
  readonly idle: number;
}

const usual: ProcessLimits = { memory: 512, time: 120_000, running: 2, waiting: 16, idle: 20_000 };

/** Does tasks in processes of their own, which `program` starts on first use and which end when there is nothing to do.
 *  Threads would not do: one that asks for more memory than its limit in a single go (a growing `Map`) takes the whole
 *  program down with it (seen on Node 20). */
export function inProcesses(program: string, limits: Partial<ProcessLimits> = {}): Apart {
  const { memory, time, running, waiting, idle } = { ...usual, ...limits };
  const free = new Set<ChildProcess>();
  const all = new Set<ChildProcess>();
  const queue: (() => void)[] = [];
  let busy = 0;
  let closed = false;

  const begin = (): ChildProcess => {
    const [used] = free;
    if (used) {
      free.delete(used);
      return used;
    }
    const execArgv = [`--max-old-space-size=${memory}`];
    // What V8 writes as it runs out of memory is no concern of anybody; what the task threw comes as a report.
    const child = fork(program, [], {
      execArgv,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    all.add(child);
    yieldToOthers(child);
    child.on('error', () => {});
    child.once('exit', () => {
      all.delete(child);
      free.delete(child);
    });
    return child;
  };

  const rest = (child: ChildProcess) => {
    if (!child.connected || closed) return;
    free.add(child);
    const timer = setTimeout(() => {
      if (free.delete(child)) child.kill('SIGKILL');
    }, idle);
    child.unref();
    child.channel?.unref();
    timer.unref();
    child.once('radif:begin', () => clearTimeout(timer));
  };

  const turn = async (signal: AbortSignal | undefined): Promise<void> => {
    if (busy < running) busy += 1;
    else if (queue.length >= waiting) throw new WorkStopped('work.busy');
    else await new Promise<void>((resolve) => queue.push(resolve));
    if (!signal?.aborted && !closed) return;
    leave();
    throw new WorkStopped('work.cancelled');
  };
  const leave = () => {
    const next = queue.shift();
    if (next) next();
    else busy -= 1;
  };

  return {
    async run<Name extends TaskName>(name: Name, input: Input<Name>, given: Waiting = {}) {
      await turn(given.signal);
      try {
        if (closed) throw new WorkStopped('work.cancelled');
        const child = begin();
        child.emit('radif:begin');
        const output = await done(child, { kind: 'task', name, input }, given, given.time ?? time);
        rest(child);
        return output as Output<Name>;
      } finally {
        leave();
      }
    },
    async close() {
      closed = true;
      for (const child of all) child.kill('SIGKILL');
      for (const next of queue.splice(0)) next();
    },
  };
}

type TaskOrder = Extract<Order, { kind: 'task' }>;

/** The output of one task. A child that did not get there is ended. */
function done(
  child: ChildProcess,
  order: TaskOrder,
  { progress, tell, signal }: Waiting,
  time: number,
): Promise<unknown> {
  child.ref();
  child.channel?.ref();
  return new Promise((resolve, reject) => {
    const stop = (error: Error) => {
      end();
      child.kill('SIGKILL');
      reject(error);
    };
    const timer = setTimeout(() => stop(new WorkStopped('work.time')), time);
    const cancel = () => stop(new WorkStopped('work.cancelled'));
    // A process that runs out of memory is ended by its own engine (SIGABRT; an exit code on Windows) or by the system.
    const died = (code: number | null) =>
      stop(code === null || code > 1 ? new WorkStopped('work.memory') : new Error(`A process for ${order.name} ended`));
    const failed = (error: Error) => stop(error);
    const hear = (report: Report) => {
      if (report.kind === 'progress') progress?.(report.share);
      else if (report.kind === 'piece') {
        const next = () => child.connected && child.send({ kind: 'next' } satisfies Order);
        // In the next turn of the loop, so that others are served between two pieces.
        Promise.resolve(tell?.(report.piece)).then(() => setImmediate(next), stop);
      } else if (report.kind === 'done') {
        end();
        resolve(report.output);
      } else if (report.isFull) stop(new WorkStopped('work.disk', tmpdir()));
      else {
        const error = new Error(report.message);
        error.stack = report.stack;
        stop(error);
      }
    };
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      child.off('message', hear);
      child.off('exit', died);
      child.off('error', failed);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    child.on('message', hear);
    child.once('exit', died);
    child.once('error', failed);
    if (signal?.aborted) cancel();
    else child.send(order);
  });
}

/** Whoever is served comes first. */
function yieldToOthers({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, 10);
  } catch {
    // It has ended already, or the system does not allow it: then it is as quick as everybody else.
  }
}

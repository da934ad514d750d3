import type { TaskName } from './tasks.ts';

/** What a server sends to a process that works for it. */
export type Order =
  | { readonly kind: 'task'; readonly name: TaskName; readonly input: unknown }
  /** The next piece is wanted. */
  | { readonly kind: 'next' };

/** What that process sends back. */
export type Report =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'piece'; readonly piece: unknown }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string; readonly isFull: boolean };

/** What a task may use besides its input. */
export interface Tools {
  readonly newId: () => string;
  /** Says how far the work is, between 0 and 1. */
  progress(share: number): void;
  /** Hands over a piece of the result; resolves when the next one is wanted, so that whoever waits is never flooded. */
  tell(piece: unknown): Promise<void>;
}

/** Work on input of any size. What it takes, tells and gives must survive the way to another process (structured clone).
 *  It touches no database: a task that is stopped half-way leaves nothing. */
export type Task<Input, Output> = (input: Input, tools: Tools) => Promise<Output>;

/** What whoever waits for a task may give along. */
export interface Waiting {
  readonly progress?: (share: number) => void;
  /** The next piece is asked for when it resolves. */
  readonly tell?: (piece: unknown) => void | Promise<void>;
  /** Milliseconds that it may take, where somebody sees how far it is and can stop it. */
  readonly time?: number | undefined;
  /** Ends the task at once. */
  readonly signal?: AbortSignal;
}

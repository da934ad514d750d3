/** How processes on one database tell each other of new heads, beside the log, and of who is where, where the engine has a way to do so. Nothing is
 *  promised: what is told may be lost, so everybody also looks now and then. */
export interface Heralds {
  /** Tells the other processes that a document has come to the version with this mark. To be called after the commit. */
  tell(document: string, mark: string): void;
  /** Calls `heard` with the heads that other processes tell. */
  hear(heard: (document: string, mark: string) => void): void;
  /** Tells the other processes what holds for the moment only. Of notes under one key that wait to be sent, only the latest is. */
  note(key: string, note: unknown): void;
  /** Calls `heeded` with the notes of other processes, and the id of the process that each is from. */
  heed(heeded: (process: string, note: unknown) => void): void;
  close(): Promise<void>;
}

/** Nobody is told: processes look for themselves. */
export const noHeralds: Heralds = {
  tell: () => undefined,
  hear: () => undefined,
  note: () => undefined,
  heed: () => undefined,
  close: async () => undefined,
};

/** Work on documents: what is done to one of them is done one after the other, in the order in which it came. */
export interface DocumentQueue {
  /** Does `work` once all that came before it for `document` has ended, well or not. */
  inTurn<T>(document: string, work: () => Promise<T>): Promise<T>;
}

/** A queue for each document. Pushes of one process wait here for each other, and not in the database: there each would hold a
 *  connection and a lock, to learn at last that it has come too late. */
export function documentQueue(): DocumentQueue {
  const last = new Map<string, Promise<unknown>>();
  return {
    async inTurn(document, work) {
      const turn = (last.get(document) ?? Promise.resolve()).then(work);
      const ended = turn.catch(() => undefined);
      last.set(document, ended);
      try {
        return await turn;
      } finally {
        if (last.get(document) === ended) last.delete(document);
      }
    },
  };
}

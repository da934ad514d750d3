const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Resolves when the process is asked to end, by Ctrl+C or otherwise. Being asked again changes nothing: npm passes
 *  Ctrl+C on to a process that the terminal has told already. */
export function asked(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve(signal));
  });
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Resolves when the process is asked to end, by Ctrl+C or otherwise. Being asked again changes nothing: npm passes
 *  Ctrl+C on to a process that the terminal has told already. */
export function asked(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve(signal));
  });
}

/** How long ending may take, in milliseconds: who asked for it, such as systemd or Docker, kills after ten seconds. */
const LONGEST = 8_000;

/** Ends the process after that time where something still hangs; `tell` says so before. */
export function endAnyway(tell: (line: string) => void): void {
  setTimeout(() => {
    tell(
      'Radif ends without what still hangs. What was not acknowledged waits in the browsers and is sent to the next server.',
    );
    process.exit(0);
  }, LONGEST).unref();
}

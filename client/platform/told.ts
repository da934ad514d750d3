let listener: (error: unknown) => void = () => {};

/** Who shows a change that failed to the person; one at a time. */
export function onTrouble(show: (error: unknown) => void): void {
  listener = show;
}

/** Says that something that was asked for did not happen. */
export function tellTrouble(error: unknown): void {
  listener(error);
}

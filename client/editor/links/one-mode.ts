/** A way in which the keys do something else than write. */
interface Mode {
  enter(): boolean;
  leave(): void;
}

/** The commands that enter a mode: the keys are in one of them at most. */
export function oneMode(naming: Mode, linking: Mode, mending: Mode) {
  const enter = (mode: Mode) => () => {
    for (const other of [naming, linking, mending]) if (other !== mode) other.leave();
    return mode.enter();
  };
  return { mark: enter(naming), link: enter(linking), mend: enter(mending) };
}

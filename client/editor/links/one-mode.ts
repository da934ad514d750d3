/** A way in which the keys do something else than write. */
interface Mode {
  enter(): boolean;
  leave(): void;
}

/** The commands that enter the two modes: the keys are in one of them at most. */
export function oneMode(naming: Mode, linking: Mode) {
  return {
    mark: () => {
      linking.leave();
      return naming.enter();
    },
    link: () => {
      naming.leave();
      return linking.enter();
    },
  };
}

import type { Cause } from './cause.ts';

/** Where the changes of this tab are. `outdated`: the document is written in a newer schema by now, this tab sends nothing
 *  any more, and has to be loaded again, which sends what is `kept`. `waiting` counts the steps that the server has not
 *  acknowledged; `kept` tells whether this device holds them meanwhile. */
export interface Saving {
  readonly kind: 'saved' | 'saving' | 'outdated' | Cause;
  readonly version: number;
  readonly waiting: number;
  readonly kept: boolean;
}

/** What became of unsent changes: the server has them; it would not take them, and their text is in the tray; or they wait in
 *  the outbox. */
export type Settled = 'saved' | 'refused' | 'waiting';

/** The last answer while it still holds, so that who compares sees no change where there is none. */
export function sameSaving(last: Saving, now: Saving): Saving {
  const { kind, version, waiting, kept } = now;
  const isSame = last.kind === kind && last.version === version && last.waiting === waiting && last.kept === kept;
  return isSame ? last : now;
}

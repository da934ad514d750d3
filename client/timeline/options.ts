import type { Plugin } from 'prosemirror-state';
import type { Editions } from '../../shared/doc/model/migrations.ts';
import type { Attending, Authority, DocumentAtHand } from './authority.ts';
import type { PutOff } from './keeper.ts';
import type { Outbox } from './outbox.ts';
import type { Tray } from './tray.ts';

/** What a tab's timeline works with. */
export interface TimelineOptions {
  readonly authority: Authority;
  readonly outbox: Outbox;
  readonly tray: Tray;
  readonly document: DocumentAtHand;
  /** Names this tab in the log; a tab that takes over the unsent steps of another takes its name too. */
  readonly client: string;
  readonly plugins: readonly Plugin[];
  /** Hears who else is in the document. */
  readonly attending?: Attending;
  readonly newId: () => string;
  readonly now: () => number;
  /** Has work wait that need not be done with a key; at once unless it is given. */
  readonly putOff?: (work: () => void) => PutOff;
  /** The versions of the schema; those of this Radif unless they are given. */
  readonly editions?: Editions;
}

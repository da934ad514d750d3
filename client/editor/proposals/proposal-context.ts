import type { EditorView } from 'prosemirror-view';
import type { Proposal } from '../../../shared/doc/proposals/proposal.ts';
import type { Grid } from '../page/grid.ts';
import type { ProposalPaint } from '../paint/proposal-paint.ts';
import type { Announcer } from '../state/announcer.ts';
import type { NoticeKey } from '../state/labels.ts';

/** Who hears what a person decides about a proposal. */
export interface ProposalEvents {
  /** Gives the id of the entity that an accepted proposal means: a known one, or one that is begun with it; `null` for
   *  none. */
  accepted(proposal: Proposal): string | null;
  /** Keeps that what is known by `key` is not to be proposed again. */
  rejected(key: string): void;
  /** Has proposed again what was rejected. */
  recalled(key: string): void;
}

/** What proposals need besides the document. */
export interface ProposalContext {
  readonly view: EditorView;
  readonly grid: Grid;
  readonly paint: ProposalPaint;
  readonly announcer: Announcer;
  readonly events: ProposalEvents;
  readonly newId: () => string;
  /** Ends with the editor. */
  readonly ending: AbortSignal;
  /** The name of a label in the language of the interface. */
  labelName(id: string): string;
  notice(key: NoticeKey): void;
  /** Goes to a segment; false when a filter hides it. */
  goTo(segment: string): boolean;
  /** Tells those who show the proposals that they are others now. */
  tell(): void;
}

/** Nobody hears what is decided. */
export const unheard: ProposalEvents = { accepted: () => null, rejected: () => undefined, recalled: () => undefined };

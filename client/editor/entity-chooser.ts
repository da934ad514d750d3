import type { EntityProposal, MarkedName } from '../../shared/core/registry-proposal.ts';

/** What gives a mention its entity. The registry is not the editor's affair. */
export interface EntityChooser {
  /** The entities that a marked name may mean, the likeliest first. */
  proposed(name: MarkedName): readonly EntityProposal[];
  /** Begins an entity of that name, and gives its id; `''` is a side that is not known. */
  begin(name: { readonly label: string; readonly fa: string; readonly en: string }): string;
}

/** How many entities have a key of their own. */
export const CHOICES = 9;

import type { MentionPart } from '../../../shared/doc/model/marked.ts';
import type { EntityProposal, MarkedName } from '../../../shared/names/registry/proposal.ts';

/** What gives a mention its entity. The registry is not the editor's affair. */
export interface EntityChooser {
  /** The entities that a marked name may mean, the likeliest first; `entity` is the id of the one that it means already, whose
   *  Wikidata item others may share. */
  proposed(name: Omit<MarkedName, 'wikidata'>, entity: string | null): readonly EntityProposal[];
  /** Begins an entity of that name, and gives its id; `''` is a side that is not known. */
  begin(name: { readonly label: string; readonly fa: string; readonly en: string }): string;
}

/** How many entities have a key of their own. */
const CHOICES = 9;

/** The entities that one mention may mean, worked out once until it or what is known changes: a large registry takes a while
 *  to be looked through by ear. */
export class EntityChoices {
  private last: {
    readonly key: string;
    readonly chooser: EntityChooser;
    readonly found: readonly EntityProposal[];
  } | null = null;

  /** The likeliest first; each has the digit of its place as its key. */
  of({ mention, source, rendering }: MentionPart, chooser: EntityChooser): readonly EntityProposal[] {
    const surface = source?.text ?? rendering?.text ?? '';
    const side = source ? 'fa' : 'en';
    const key = [side, surface, mention.entity].join('\n');
    if (this.last?.key === key && this.last.chooser === chooser) return this.last.found;
    const found = chooser.proposed({ surface, side }, mention.entity).slice(0, CHOICES);
    this.last = { key, chooser, found };
    return found;
  }
}

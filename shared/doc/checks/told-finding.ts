import type { Finding } from '../../core/finding.ts';
import type { DocumentFinding } from './document-finding.ts';
import type { Remedy } from './remedy.ts';

/**
 * What a remedy would do, as far as a person needs to be told; however many places it changes, this stays small.
 * - `write`: `name` is what would be written; `null` where that is not the same at all `count` places
 * - `relabel`, `relink`: gives mentions another label or entity
 * - `replace`: `text` is what would stand in place of what was found; `''` where that goes
 * - the others as in `Remedy`
 */
export type ToldRemedy =
  | { readonly kind: 'mark-rendering' | 'mark-source' | 'join' | 'merge' | 'unlink' | 'remove' }
  | { readonly kind: 'write'; readonly name: string | null; readonly count: number }
  | { readonly kind: 'relabel'; readonly label: string; readonly count: number }
  | { readonly kind: 'relink'; readonly count: number }
  | { readonly kind: 'replace'; readonly text: string };

/** A finding as it is shown, without what doing its remedy takes. */
export type ToldFinding = Finding<ToldRemedy> & Pick<DocumentFinding, 'rule' | 'found'>;

/** A finding as it is shown. */
export function toldFinding({ remedy, ...finding }: DocumentFinding): ToldFinding {
  return { ...finding, remedy: remedy && toldRemedy(remedy) };
}

function toldRemedy(remedy: Remedy): ToldRemedy {
  switch (remedy.kind) {
    case 'write': {
      const [first, ...others] = remedy.places;
      const isOne = first !== undefined && others.every(({ after }) => after === first.after);
      return { kind: 'write', name: isOne ? first.after : null, count: remedy.places.length };
    }
    case 'describe': {
      const { as, mentions } = remedy;
      const count = mentions.length;
      return 'label' in as ? { kind: 'relabel', label: as.label, count } : { kind: 'relink', count };
    }
    case 'replace':
      return { kind: 'replace', text: remedy.after };
    default:
      return { kind: remedy.kind };
  }
}

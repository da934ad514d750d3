import { type Span, slice } from '../../core/span.ts';
import type { SegmentationRules } from '../../language/sentences/rules.ts';
import { segmentSource } from '../../language/sentences/segmentation.ts';
import { titleOf } from '../entity/entity.ts';
import type { Suggester, Suggestion, SuggestionReason } from './suggestion.ts';

/** A mention as `radif entities suggest` tells it: offsets count within its paragraph. */
export interface ListedMention extends Span {
  readonly label: string;
  readonly text: string;
  /** The English name of what it names, or the Persian one where there is none; `null` where it may be several. */
  readonly entity: string | null;
  readonly reason: SuggestionReason;
}

/** What `radif entities suggest` prints. Blank lines are no paragraphs. */
export interface SuggestionListing {
  readonly paragraphs: readonly { readonly index: number; readonly mentions: readonly ListedMention[] }[];
}

/** The mentions that `suggester` proposes in `text`, by paragraph; none reaches over the units that `rules` make. */
export function listSuggestions(text: string, rules: SegmentationRules, suggester: Suggester): SuggestionListing {
  const { paragraphs, units } = segmentSource(text, rules);
  const listed = paragraphs.map(({ from }) => ({ from, mentions: [] as ListedMention[] }));
  for (const unit of units) {
    const paragraph = listed[unit.paragraph];
    if (!paragraph) continue;
    const before = unit.from - paragraph.from;
    const own = slice(text, unit);
    for (const suggestion of suggester.suggest(own)) {
      const { from, to, label, reason } = suggestion;
      paragraph.mentions.push({
        from: before + from,
        to: before + to,
        label,
        text: slice(own, suggestion),
        entity: entityTitle(suggestion),
        reason,
      });
    }
  }
  return { paragraphs: listed.map(({ mentions }, index) => ({ index, mentions })) };
}

function entityTitle({ entities, entry }: Suggestion): string | null {
  const titles = new Set(entities.map(titleOf));
  if (entry) titles.add(entry.en[0] ?? entry.fa[0] ?? entry.id);
  const [title, another] = titles;
  return another === undefined ? (title ?? null) : null;
}

import type { Node } from 'prosemirror-model';
import { defaultLabels } from '../../../shared/core/label.ts';
import type { Outline, Statement, Unit } from '../../../shared/core/outline.ts';
import type { Span } from '../../../shared/core/span.ts';
import type { Status } from '../../../shared/core/status.ts';
import { buildDocument, type Rendering, type UnitMention } from '../../../shared/doc/edit/build.ts';
import { tokens } from '../../../shared/language/words/token.ts';
import sample from '../../fixtures/reference/gold-translations.json' with { type: 'json' };

/** A document to measure with. */
export interface BenchDocument {
  readonly source: string;
  readonly outline: Outline;
  readonly doc: Node;
}

/** Every state that a row can show, confirmed ones more often. */
const standing: readonly Status[] = ['translated', 'translated', 'reviewed', 'draft', 'initial', 'final', 'suggested'];

/** The leads and sentences of the sample over and over, `count` of them, with `mentions` in the standoff. */
export function benchDocument(count: number, mentions: number): BenchDocument {
  const outline = { paragraphs: [] as Span[], statements: [] as Statement[], units: [] as Unit[] };
  const renderings: (Rendering | null)[] = [];
  let source = '';
  for (let index = 0; index < count; index++) {
    const piece = sample.segments[index % sample.segments.length];
    if (!piece) break;
    const before = index === 0 ? null : sample.segments[(index - 1) % sample.segments.length];
    const fresh = piece.paragraph !== before?.paragraph;
    source += before ? (fresh ? '\n' : before.kind === 'lead' ? ': ' : ' ') : '';
    const from = source.length;
    source += piece.source;
    const to = source.length;
    const kind = piece.kind === 'lead' ? 'lead' : 'sentence';
    const start = fresh ? from : (outline.paragraphs.pop()?.from ?? from);
    outline.paragraphs.push({ from: start, to });
    const paragraph = outline.paragraphs.length - 1;
    if (fresh || kind === 'lead') {
      outline.statements.push({ from, to, paragraph, attribution: kind === 'lead' ? 'lead' : 'none' });
    }
    outline.units.push({ from, to, kind, paragraph, statement: outline.statements.length - 1, confidence: null });
    const status = standing[index % standing.length] ?? 'initial';
    renderings.push(status === 'initial' ? null : { text: piece.target, status, origin: 'imported' });
  }
  let ids = 0;
  const marked = mentionsOf(outline.units, source, renderings, mentions);
  const doc = buildDocument(outline.units, () => `s${ids++}`, { renderings, mentions: marked });
  return { source, outline, doc };
}

/** Words of the source, in turns the first and the second of a unit, with a word of its English where it has any. */
function mentionsOf(
  units: readonly Unit[],
  source: string,
  renderings: readonly (Rendering | null)[],
  count: number,
): readonly UnitMention[] {
  return Array.from({ length: count }, (_, index) => {
    const at = Math.floor((index * units.length) / count);
    const unit = units[at];
    const word = unit && tokens(source.slice(unit.from, unit.to))[index % 2];
    const english = tokens(renderings[at]?.text ?? '')[index % 2];
    if (!word) return null;
    return {
      label: defaultLabels[index % 9]?.id ?? '',
      entity: null,
      source: { from: unit.from + word.from, to: unit.from + word.to },
      rendering: english ? { unit: at, from: english.from, to: english.to } : null,
    };
  }).filter((mention) => mention !== null);
}

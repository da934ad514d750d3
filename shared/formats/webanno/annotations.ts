import type { Span } from '../../core/span.ts';
import { featureValue, parted } from './escapes.ts';
import type { Layer, Sentence } from './sentences.ts';

/** An annotation of a span layer, with offsets of its sentence. */
export interface SpanAnnotation extends Span {
  readonly type: string;
  /** The values of its features by name; a feature without a value is not there. */
  readonly values: ReadonlyMap<string, string>;
}

/** The annotations of the span layers in a sentence, in the order of their first tokens. Those with one number are one annotation
 *  over several tokens; what an annotation says of slots is not among its values. */
export function spanAnnotations({ tokens }: Sentence, layers: readonly Layer[]): readonly SpanAnnotation[] {
  const start = tokens[0]?.from ?? 0;
  const found: { type: string; from: number; to: number; values: Map<string, string> }[] = [];
  let column = 0;
  for (const { kind, type, features } of layers) {
    const first = column;
    column += features.length;
    if (kind !== 'span') continue;
    const numbered = new Map<string, (typeof found)[number]>();
    for (const { from, to, cells } of tokens) {
      const own = cells.slice(first, column).map((cell) => parted(cell, '|'));
      const count = own[0]?.[0] === '_' ? 0 : (own[0]?.length ?? 0);
      for (let index = 0; index < count; index++) {
        const { number } = value(own[0]?.[index] ?? '');
        const known = number === null ? undefined : numbered.get(number);
        if (known !== undefined) {
          known.to = Math.max(known.to, to - start);
          continue;
        }
        const values = new Map<string, string>();
        for (const [place, name] of features.entries()) {
          const { text } = value(own[place]?.[index] ?? '');
          if (text !== '*' && text !== '_' && !name.startsWith('ROLE_')) values.set(name, featureValue(text));
        }
        const annotation = { type, from: from - start, to: to - start, values };
        found.push(annotation);
        if (number !== null) numbered.set(number, annotation);
      }
    }
  }
  return found;
}

/** What a part of a cell says, and the number behind it. */
function value(part: string): { readonly text: string; readonly number: string | null } {
  const [, text = part, number = null] = /^((?:\\[\s\S]|[^\\])*?)\[(\d+)\]$/.exec(part) ?? [];
  return { text, number };
}

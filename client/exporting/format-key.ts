import type { Format } from '../../shared/formats/corpus/row.ts';

type Dashed<Name extends string> = Name extends `${infer Before}.${infer After}` ? `${Before}-${Dashed<After>}` : Name;

/** A format's name as a key of the words: without dots, which part keys. */
export function formatKey(format: Format): Dashed<Format> {
  return format.replaceAll('.', '-') as Dashed<Format>;
}

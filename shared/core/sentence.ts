/** Sentences by their keys; `{{name}}` is the place of a value. */
export interface Sentences {
  readonly [key: string]: string | Sentences;
}

/** The sentence at `key`, as in `number.lost`, with each value in its place; a value that is not there leaves its place empty.
 *  Marks that isolate values (U+2068, U+2069) are left out: they are for pages, and not for files and command lines. Throws
 *  where there is no such sentence. */
export function sentenceAt(
  sentences: Sentences,
  key: string,
  values: Readonly<Record<string, string | number>>,
): string {
  const found = key
    .split('.')
    .reduce<string | Sentences | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), sentences);
  if (typeof found !== 'string') throw new Error(`There is no sentence with the key "${key}"`);
  return found
    .replaceAll(/[\u2068\u2069]/gu, '')
    .replaceAll(/\{\{(\w+)(?:, number)?\}\}/gu, (_, name: string) => String(values[name] ?? ''));
}

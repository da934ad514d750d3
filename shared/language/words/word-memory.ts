/** So many words are kept; texts repeat most of theirs. */
const MOST = 20_000;

/** The same function of a word, which is not worked out again for words that come up often. */
export function rememberingWords<T>(read: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = read(word);
    if (known.size >= MOST) known.clear();
    known.set(word, found);
    return found;
  };
}

/** What was answered last, by what was asked; the longest unused goes first. */
export interface Kept<T> {
  get(key: string): T | undefined;
  put(key: string, value: T, size: number): void;
}

/** Keeps at most `many` values whose sizes sum up to at most `large`. */
export function kept<T>(many: number, large: number): Kept<T> {
  const all = new Map<string, { readonly value: T; readonly size: number }>();
  let sum = 0;
  const remove = (key: string) => {
    sum -= all.get(key)?.size ?? 0;
    all.delete(key);
  };
  return {
    get(key) {
      const found = all.get(key);
      if (!found) return undefined;
      all.delete(key);
      all.set(key, found);
      return found.value;
    },
    put(key, value, size) {
      remove(key);
      if (size > large) return;
      all.set(key, { value, size });
      sum += size;
      for (const oldest of all.keys()) {
        if (all.size <= many && sum <= large) break;
        remove(oldest);
      }
    },
  };
}

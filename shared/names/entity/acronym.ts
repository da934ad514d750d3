/** The initials of the capitalised words of a name of three or more: `OIC` for `Organisation of Islamic Cooperation`. */
export function acronymOf(name: string): string | null {
  const initials = name.match(/(?<![\p{L}\p{M}\p{N}])\p{Lu}(?=\p{Ll})/gu) ?? [];
  return initials.length >= 3 ? initials.join('') : null;
}

/** True when nothing in `text` can be read: there is only white space, format characters such as ZWNJ and marks of
 *  direction, or what is no character of a text at all. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/u.test(text);
}

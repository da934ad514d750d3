/** True when nothing in `text` can be read: there is only white space, or format characters such as ZWNJ and marks of
 *  direction. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}]/u.test(text);
}

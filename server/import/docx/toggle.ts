/** The value of an on/off property (ECMA-376, part 1, section 17.17.4): on when it is there without a value. */
export function isOn(value: string | undefined): boolean {
  return !['0', 'false', 'off'].includes(value ?? '1');
}

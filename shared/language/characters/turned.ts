/** LRO and RLO. Other marks of direction move a word or a sign to its side, and Persian texts have them; these have the letters
 *  themselves read backwards. */
const overrides = /[\u202d\u202e]/gu;

/** True where `name` holds a mark that has it read in another order than it is written. */
export function turns(name: string): boolean {
  return name.search(overrides) >= 0;
}

/** `name` with a sign in place of each such mark, so that people see where it is. */
export function withTurnsShown(name: string): string {
  return name.replace(overrides, '\ufffd');
}

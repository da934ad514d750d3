/** The words of a list written with commas of either script, over as many lines as it takes. */
export function wordList(list: string): readonly string[] {
  return list.trim().split(/\s*[،,\n]\s*/u);
}

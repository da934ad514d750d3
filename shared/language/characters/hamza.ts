/** ئ, as it stands in a text. */
export const HAMZA_ON_YEH = 0x626;

/** The seat on which search sees the hamza of «ئ» between letters that are folded already: most writers put it on another
 *  one, or leave the hamza out. Before ل and ت it is an alef («مسئله، هیئت، جرئت» are «مسأله، هیأت، جرأت»), but not after a
 *  long vowel («مسائل، ائتلاف» are «مسایل، ایتلاف»). Before و it is another و in «مسئول، شئون، رئوف» («مسؤول، شؤون، رؤوف»,
 *  «مسوول»), but not in loan words («ویدئو، تئوری» are «ویدیو، تیوری»). Else it is a ی.
 *  `before` are the last two letters before it in its word, fewer at its beginning. */
export function seatOfHamza(before: string, next: string): 'ا' | 'و' | 'ی' {
  const last = before.at(-1) ?? '';
  if ((next === 'ل' || next === 'ت') && last !== '' && !'او'.includes(last)) return 'ا';
  if (next === 'و' && (before === 'مس' || before === 'ش' || before === 'ر')) return 'و';
  return 'ی';
}

/** The side that a language tag stands for, or `null` for neither. Persian is `fa`, `fas`, `per` or `pes`, in whatever case, with
 *  a hyphen or an underscore before the region; that of Afghanistan, Dari, is another language (`prs`). */
export function sideOf(tag: string): 'fa' | 'en' | null {
  const [language = '', ...subtags] = tag.trim().toLowerCase().split(/[-_]/u);
  if (['fa', 'fas', 'per', 'pes'].includes(language)) return subtags.includes('af') ? null : 'fa';
  return ['en', 'eng'].includes(language) ? 'en' : null;
}

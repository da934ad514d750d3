/** Longer selections are no words to be sought. */
const LONGEST = 200;

/** What is selected on the page, on the side that it stands on. */
export function selectedWords(): { readonly fa: string; readonly en: string } {
  const selection = window.getSelection();
  const text = selection?.toString().trim() ?? '';
  const node = selection?.anchorNode ?? null;
  const side = (node instanceof Element ? node : node?.parentElement)?.closest('[lang]')?.getAttribute('lang');
  const isSought = text !== '' && text.length <= LONGEST && !text.includes('\n');
  return { fa: isSought && side === 'fa' ? text : '', en: isSought && side === 'en' ? text : '' };
}

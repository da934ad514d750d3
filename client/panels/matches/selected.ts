/** What of the English of the match at place `at` is selected on the page; `''` for nothing. */
export function selectedIn(at: number): string {
  const selection = window.getSelection();
  const shown = document.querySelector(`[data-match="${at}"] [data-english]`);
  if (!selection || selection.isCollapsed || !shown) return '';
  const inside = [selection.anchorNode, selection.focusNode].every((node) => node !== null && shown.contains(node));
  return inside ? selection.toString() : '';
}

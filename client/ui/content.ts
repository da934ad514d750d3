/** The id of the element that holds the content of a page. */
export const CONTENT = 'content';

/** Gives the focus to the content, for when what has it goes away. */
export function focusContent(): void {
  document.getElementById(CONTENT)?.focus({ preventScroll: true });
}

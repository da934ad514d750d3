/**
 * Tells the page around the editor that `element` looks after its own selection. Before each commit React notes the selection
 * of an editable element that has the focus, and walks through all nodes in it to count letters: in a document of 20,000
 * segments that takes 60 milliseconds at each key. Scripts read the property; the browser goes by the attribute, which stays.
 */
export function keepOwnSelection(element: HTMLElement): void {
  Object.defineProperty(element, 'contentEditable', {
    configurable: true,
    get: () => {
      const editable = element.getAttribute('contenteditable') ?? 'inherit';
      return editable === 'true' ? 'inherit' : editable;
    },
    set: (editable: string) => element.setAttribute('contenteditable', editable),
  });
}

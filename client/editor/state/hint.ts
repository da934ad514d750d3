/** A line at the foot of the editor that says which keys do what now. It can hold the focus that left the text. */
export class Hint {
  readonly dom = document.createElement('div');
  private readonly backToText: () => void;

  constructor(backToText: () => void) {
    this.backToText = backToText;
    this.dom.className = 'hint';
    this.dom.tabIndex = -1;
    this.dom.hidden = true;
    this.dom.addEventListener('blur', () => this.hide());
    this.dom.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      this.backToText();
    });
  }

  show(text: string): void {
    this.dom.textContent = text;
    this.dom.hidden = false;
  }

  /** Takes the focus after the text, so that Tab goes on from here and Shift+Tab back into it. */
  takeFocus(text: string): void {
    this.show(text);
    this.dom.focus({ preventScroll: true });
  }

  hide(): void {
    this.dom.hidden = true;
  }
}

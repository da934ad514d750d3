import type { EditorLabels } from './labels.ts';

/** What the line can say. */
type HintKey = 'left' | 'splitKeys' | 'correctKeys' | 'nameKeys';

/** A line at the foot of the editor that says which keys do what now. It can hold the focus that left the text. */
export class Hint {
  readonly dom = document.createElement('div');
  private readonly labels: () => EditorLabels;
  private readonly backToText: () => void;
  private said: HintKey = 'left';

  constructor(labels: () => EditorLabels, backToText: () => void) {
    this.labels = labels;
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

  show(key: HintKey): void {
    this.said = key;
    this.dom.hidden = false;
    this.describe();
  }

  /** Says the same in the language that the interface has now. */
  describe(): void {
    this.dom.textContent = this.labels()[this.said];
  }

  /** Takes the focus after the text, so that Tab goes on from here and Shift+Tab back into it. */
  takeFocus(key: HintKey): void {
    this.show(key);
    this.dom.focus({ preventScroll: true });
  }

  hide(): void {
    this.dom.hidden = true;
  }
}

import { countWords } from '../../../shared/language/words/token.ts';
import type { EditorLabels } from '../state/labels.ts';

/** The end of a row: how many findings it has and, while it is the active one, how long its rendering is. */
export class MetaCell {
  private readonly dom: HTMLElement;
  private parts: readonly [findings: HTMLElement, words: HTMLElement, characters: HTMLElement] | null = null;

  constructor(dom: HTMLElement) {
    this.dom = dom;
  }

  /** Writes what differs; `text` is the rendering of the active row, `null` in all others. */
  show(labels: EditorLabels, findings: number, text: string | null): void {
    if (!this.parts && !findings && !text) return;
    this.parts ??= this.makeParts();
    const [chip, words, characters] = this.parts;
    write(chip, findings > 0 ? labels.number(findings) : '');
    write(words, text ? labels.words(countWords(text)) : '');
    write(characters, text ? labels.characters(text.length) : '');
    const told = findings > 0 ? labels.findings(findings) : '';
    if (chip.title === told) return;
    chip.title = told;
    chip.setAttribute('aria-label', told);
  }

  private makeParts(): readonly [HTMLElement, HTMLElement, HTMLElement] {
    const [chip, words, characters] = [part('findings'), part('size'), part('size')] as const;
    chip.setAttribute('role', 'img');
    this.dom.append(chip, words, characters);
    return [chip, words, characters];
  }
}

function part(className: string): HTMLElement {
  const made = document.createElement('span');
  made.className = className;
  return made;
}

function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

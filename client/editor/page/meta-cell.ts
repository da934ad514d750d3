import type { Alignment } from '../../../shared/core/alignment.ts';
import { isOneToOne, type RowShape } from '../../../shared/doc/model/row-shape.ts';
import { countWords } from '../../../shared/language/words/token.ts';
import type { EditorLabels } from '../state/labels.ts';

/** How a row was aligned, and how many it pairs with how many. */
export interface Pairing {
  readonly alignment: Alignment;
  readonly shape: RowShape;
}

/** A score below this is not sure enough to be passed over. */
const DOUBTFUL = 0.6;

type Parts = readonly [pairing: HTMLElement, findings: HTMLElement, words: HTMLElement, characters: HTMLElement];

/** The end of a row: how it was aligned, how many findings it has and, while it is the active one, how long its rendering is. */
export class MetaCell {
  private readonly dom: HTMLElement;
  private parts: Parts | null = null;

  constructor(dom: HTMLElement) {
    this.dom = dom;
  }

  /** Writes what differs; `text` is the rendering of the active row, `null` in all others. */
  show(labels: EditorLabels, findings: number, text: string | null, pairing: Pairing | null): void {
    if (!this.parts && !findings && !text && !pairing) return;
    this.parts ??= this.makeParts();
    const [sign, chip, words, characters] = this.parts;
    showPairing(sign, labels, pairing);
    write(chip, findings > 0 ? labels.number(findings) : '');
    write(words, text ? labels.words(countWords(text)) : '');
    write(characters, text ? labels.characters(text.length) : '');
    const told = findings > 0 ? labels.findings(findings) : '';
    if (chip.title === told) return;
    chip.title = told;
    chip.setAttribute('aria-label', told);
  }

  private makeParts(): Parts {
    const parts = [part('pairing'), part('findings'), part('size'), part('size')] as const;
    parts[0].setAttribute('role', 'img');
    parts[1].setAttribute('role', 'img');
    this.dom.append(...parts);
    return parts;
  }
}

/** A tick, a flag or the confidence, and what is not one to one. */
function showPairing(sign: HTMLElement, labels: EditorLabels, pairing: Pairing | null): void {
  if (!pairing) {
    write(sign, '');
    return;
  }
  const { alignment, shape } = pairing;
  const { state, score } = alignment;
  const odd = isOneToOne(shape) ? '' : `${labels.number(shape.persian)}:${labels.number(shape.english)}`;
  const said = state === 'confirmed' ? '✓' : state === 'review' ? '?' : score === null ? '–' : labels.percent(score);
  write(sign, odd === '' ? said : `${said} ${odd}`);
  const looks = state === 'automatic' && score !== null && score < DOUBTFUL ? 'doubtful' : state;
  if (sign.dataset.state !== looks) sign.dataset.state = looks;
  const told = odd === '' ? labels.alignment(alignment) : `${labels.alignment(alignment)} · ${odd}`;
  if (sign.title === told) return;
  sign.title = told;
  sign.setAttribute('aria-label', told);
}

function part(className: string): HTMLElement {
  const made = document.createElement('span');
  made.className = className;
  return made;
}

function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

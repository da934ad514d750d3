import type { LinkLabels } from '../state/link-labels.ts';

/** What the keys of link mode do, each also by a press. */
export type LinkAction = 'pick' | 'join' | 'sure' | 'possible' | 'apart' | 'accept' | 'open' | 'side' | 'leave';

/** The key of each action, as it stands on the keyboard and as ARIA names it. */
const keys: readonly (readonly [LinkAction, cap: string, aria: string])[] = [
  ['pick', '␣', 'Space'],
  ['join', '↵', 'Enter'],
  ['sure', 'S', 'S'],
  ['possible', 'P', 'P'],
  ['apart', 'X', 'X'],
  ['accept', 'A', 'A'],
  ['open', '⇧→', 'Shift+ArrowRight'],
  ['side', 'Tab', 'Tab'],
  ['leave', 'Esc', 'Escape'],
];

/** The action of a key, by its place where it is a letter, so that it works with a Persian layout too. */
export function actionOf({ key, code }: KeyboardEvent): LinkAction | null {
  if (key === 'Delete' || key === 'Backspace') return 'apart';
  const found = keys.find(([, , aria]) => (aria === 'Space' ? key === ' ' : key === aria || code === `Key${aria}`));
  return found?.[0] ?? null;
}

/** The legend of link mode at the foot of the text: which key does what, and the same by mouse. */
export class LinkBar {
  readonly dom = document.createElement('div');
  private readonly buttons = new Map<LinkAction, { readonly button: HTMLButtonElement; readonly text: HTMLElement }>();

  constructor(act: (action: LinkAction) => void) {
    this.dom.className = 'link-bar';
    this.dom.setAttribute('role', 'toolbar');
    this.dom.hidden = true;
    // The keys stay with the text, where they go from word to word.
    this.dom.addEventListener('mousedown', (event) => event.preventDefault());
    for (const [action, cap, aria] of keys) {
      const button = document.createElement('button');
      button.type = 'button';
      button.tabIndex = -1;
      button.dataset.action = action;
      button.setAttribute('aria-keyshortcuts', aria);
      const key = document.createElement('kbd');
      key.textContent = cap;
      const text = document.createElement('span');
      button.append(key, text);
      button.addEventListener('click', () => act(action));
      this.buttons.set(action, { button, text });
      this.dom.append(button);
    }
  }

  show(labels: LinkLabels, can: Readonly<Record<LinkAction, boolean>>, suggested: number): void {
    this.dom.hidden = false;
    this.dom.setAttribute('aria-label', labels.keys);
    for (const [action, { button, text }] of this.buttons) {
      const words = action === 'accept' ? labels.accept(suggested) : labels[action];
      if (text.textContent !== words) text.textContent = words;
      button.disabled = !can[action];
    }
  }

  hide(): void {
    this.dom.hidden = true;
  }
}

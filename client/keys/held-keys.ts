import { isModifier } from './binding.ts';

/** A key that was pressed, or text that came in without one, for something that is still opening. */
type HeldInput = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'> | string;

/** Keys that wait for something that opens. */
export interface Hold {
  /** What opens stands on the page; it takes the focus in a moment, if it takes it at all. */
  arrived(): void;
  /** Nothing opens any more: what waits for it is dropped. What is being typed already goes on. */
  end(): void;
}

/** How long what has arrived may take to get the focus, in milliseconds. */
const FOCUS = 1000;

let current: HeldKeys | null = null;

/** Holds what is typed from now on until the focus leaves `origin` for what `isAwaited`, and types it there. Escape gives up waiting for
 *  it. What waits for something else already is typed there before, unless `rest` is given. */
export function holdKeys(
  origin: Element | null,
  giveUp: () => void,
  isAwaited: (target: Element) => boolean = () => true,
  rest?: readonly HeldInput[],
): Hold {
  const waiting = current?.handOver() ?? [];
  const ended = (hold: HeldKeys) => {
    if (current === hold) current = null;
  };
  current = new HeldKeys({ origin, giveUp, isAwaited, ended }, rest ?? waiting);
  return current;
}

/** True for what opens and is typed into: a field or a dialog. A page that comes in the same moment gives the focus to itself or to its
 *  text. */
export function isOpened(target: Element): boolean {
  if (target.closest('.ProseMirror[contenteditable="true"]')) return false;
  return isField(target) || target.closest('[role="dialog"]') !== null;
}

/** Takes a key for what is opening; `false` where nothing is, or the key belongs to the browser. */
export function holdsKey(event: KeyboardEvent, isCommand: boolean): boolean {
  return current?.takes(event, isCommand) ?? false;
}

interface Waiting {
  readonly origin: Element | null;
  readonly giveUp: () => void;
  readonly isAwaited: (target: Element) => boolean;
  readonly ended: (hold: HeldKeys) => void;
}

class HeldKeys implements Hold {
  private readonly waiting: Waiting;
  private readonly held: HeldInput[];
  private readonly listening = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private typing = false;
  /** True while a key is being typed that was held. */
  private writing = false;

  constructor(waiting: Waiting, held: readonly HeldInput[]) {
    this.waiting = waiting;
    this.held = [...held];
    const options = { capture: true, signal: this.listening.signal };
    window.addEventListener('focusin', ({ target }) => this.focused(target), options);
    window.addEventListener('beforeinput', (event) => this.takesText(event, event.data), options);
    window.addEventListener('paste', (event) => this.takesText(event, event.clipboardData?.getData('text')), options);
  }

  arrived(): void {
    this.timer ??= setTimeout(() => this.end(), FOCUS);
    this.focused(document.activeElement);
  }

  end(): void {
    if (!this.typing) this.close();
  }

  /** Ends, and gives what was not typed yet: it waits for what opens next. */
  handOver(): readonly HeldInput[] {
    const rest = this.held.splice(0);
    this.close();
    return rest;
  }

  takes(event: KeyboardEvent, isCommand: boolean): boolean {
    if (!event.isTrusted || isModifier(event.key)) return false;
    if ((event.ctrlKey || event.metaKey || /^F\d+$/.test(event.key)) && !isCommand) return false;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' && !this.typing) {
      this.end();
      this.waiting.giveUp();
      return true;
    }
    const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event;
    this.held.push({ key, code, altKey, ctrlKey, metaKey, shiftKey });
    return true;
  }

  private close(): void {
    clearTimeout(this.timer);
    this.listening.abort();
    this.held.length = 0;
    this.waiting.ended(this);
  }

  private takesText(event: Event, text: string | null | undefined): void {
    if (!event.isTrusted || !event.cancelable || this.writing) return;
    event.preventDefault();
    event.stopPropagation();
    if (text) this.held.push(text);
  }

  private focused(target: EventTarget | null): void {
    const { origin, isAwaited } = this.waiting;
    if (!(target instanceof Element) || target === origin || this.typing || !isAwaited(target)) return;
    clearTimeout(this.timer);
    this.typing = true;
    void this.type();
  }

  /** One by one, so that each finds what the one before it has made of the page. Keys that come meanwhile wait behind. */
  private async type(): Promise<void> {
    for (let next = this.held.shift(); next !== undefined; next = this.held.shift()) {
      this.writing = true;
      typeInto(document.activeElement ?? document.body, next);
      this.writing = false;
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.close();
  }
}

/** Does what the browser would have done had `input` come now. */
function typeInto(target: Element, input: HeldInput): void {
  if (typeof input === 'string') {
    if (isField(target)) document.execCommand('insertText', false, input);
    return;
  }
  if (!target.dispatchEvent(new KeyboardEvent('keydown', { ...input, bubbles: true, cancelable: true }))) return;
  if (input.altKey || input.ctrlKey || input.metaKey) return;
  if (input.key === 'Enter') submit(target);
  else if (!isField(target)) return;
  else if (input.key === 'Backspace') document.execCommand('delete');
  else if (input.key.length === 1) document.execCommand('insertText', false, input.key);
}

/** Enter in a field of a form presses the button that submits it. Other buttons are pressed by nobody who has not seen them. */
function submit(target: Element): void {
  if (target instanceof HTMLInputElement) target.form?.querySelector<HTMLElement>('[type="submit"]')?.click();
}

function isField(target: Element): boolean {
  return target.matches('input, textarea, [contenteditable="true"]');
}

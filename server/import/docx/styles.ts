import { isOn } from './toggle.ts';
import type { Element, Listener } from './xml.ts';

/** Finds the styles whose text is hidden: their own word, else that of the style that they are based on. */
export class StyleReader implements Listener {
  private readonly path: string[] = [];
  private readonly styles = new Map<string, { hidden: boolean | null; base: string | null }>();
  private current = '';

  open({ name, attributes }: Element): void {
    if (name === 'w:style') {
      this.current = attributes.styleId ?? '';
      this.styles.set(this.current, { hidden: null, base: null });
    }
    const style = this.styles.get(this.current);
    if (style && name === 'w:basedOn') style.base = attributes.val ?? null;
    if (style && name === 'w:vanish' && this.path.at(-1) === 'w:rPr' && this.path.at(-2) === 'w:style') {
      style.hidden = isOn(attributes.val);
    }
    this.path.push(name);
  }

  close(): void {
    this.path.pop();
  }

  /** True when text in that style is hidden. */
  isHidden(id: string | undefined): boolean {
    const seen = new Set<string>();
    for (let at: string | null | undefined = id; at && !seen.has(at); at = this.styles.get(at)?.base) {
      seen.add(at);
      const hidden = this.styles.get(at)?.hidden ?? null;
      if (hidden !== null) return hidden;
    }
    return false;
  }
}

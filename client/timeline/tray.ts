import type { OvertakenRendering } from '../../shared/doc/merge/lost-renderings.ts';
import type { Outbox } from './outbox.ts';
import type { Recovered } from './shelves.ts';

/** A text that found no place, and why. */
export type Lost = Pick<Recovered, 'segment' | 'text' | 'reason'>;

/** What a rebase had no place for: what this tab typed was overtaken, what others typed was removed here. */
export function overtaken(lost: readonly OvertakenRendering[]): readonly Lost[] {
  return lost.map(({ segment, text, author }) => ({
    segment,
    text,
    reason: author === 'local' ? 'overtaken' : 'removed',
  }));
}

/** The same as the tray keeps it. */
export function rescued(
  document: string,
  lost: readonly Lost[],
  { newId, now }: { readonly newId: () => string; readonly now: () => number },
): readonly Recovered[] {
  return lost.map(({ segment, text, reason }) => ({ id: newId(), document, segment, text, at: now(), reason }));
}

/** The recovery tray of one document: text that its person must see before it may go. */
export interface Tray {
  /** What is in it; the same array until that changes. */
  items(): readonly Recovered[];
  add(recovered: readonly Recovered[]): void;
  dismiss(id: string): void;
  subscribe(listener: () => void): () => void;
}

/** A tray that shows what the outbox keeps for `document`, and holds what the outbox could not keep until the tab closes. */
export function openTray(outbox: Outbox, document: string): Tray {
  const listeners = new Set<() => void>();
  let items: readonly Recovered[] = [];
  const show = (next: readonly Recovered[]) => {
    items = next;
    for (const listener of listeners) listener();
  };
  const ignore = () => undefined;
  outbox.recovered(document).then((kept) => {
    if (kept.length > 0) show([...kept, ...items].sort((a, b) => a.at - b.at));
  }, ignore);
  return {
    items: () => items,
    add(recovered) {
      show([...items, ...recovered]);
      outbox.recover(recovered).catch(ignore);
    },
    dismiss(id) {
      show(items.filter((item) => item.id !== id));
      outbox.dismiss(id).catch(ignore);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

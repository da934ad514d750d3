import { type Language, languages, preferredLanguage } from '../locales/index.ts';
import { stored, useStored } from './stored.ts';

/** Which side of the spine the Persian stands on. */
export const sideOrders = ['persian-left', 'persian-right'] as const;
export type SideOrder = (typeof sideOrders)[number];

/** How large the two texts are; the interface around them keeps its size. */
export const textSizes = ['small', 'normal', 'large', 'larger'] as const;
export type TextSize = (typeof textSizes)[number];

/** The most letters that a name has. */
export const LONGEST_NAME = 60;

/** What a person likes to see; kept in this browser. */
export interface Preferences {
  readonly language: Language;
  readonly sides: SideOrder;
  readonly textSize: TextSize;
  /** Whether the machine proposes names. */
  readonly proposals: boolean;
  /** Whether the best match is put into an empty segment by itself. */
  readonly fillsMatches: boolean;
  /** What the person wants to be called by others in a document; `''` for nothing. */
  readonly name: string;
}

const store = stored<Preferences>('radif.preferences', (found) => {
  const { language, sides, textSize, proposals, fillsMatches, name } = (found ?? {}) as Record<
    keyof Preferences,
    unknown
  >;
  return {
    language: languages.find((known) => known === language) ?? preferredLanguage(navigator.languages),
    sides: sideOrders.find((known) => known === sides) ?? 'persian-left',
    textSize: textSizes.find((known) => known === textSize) ?? 'normal',
    proposals: proposals !== false,
    fillsMatches: fillsMatches === true,
    name: typeof name === 'string' ? name.slice(0, LONGEST_NAME) : '',
  };
});

/** The preferences as they stand. */
export function preferences(): Preferences {
  return store.get();
}

/** Changes some preferences and keeps them. */
export function prefer(change: Partial<Preferences>): void {
  store.set({ ...store.get(), ...change });
}

/** The preferences, followed by the component. */
export function usePreferences(): Preferences {
  return useStored(store);
}

import type { Messages } from './en/messages.ts';

/** The languages of the interface. */
export const languages = ['en', 'fa'] as const;
export type Language = (typeof languages)[number];

/** What a language calls itself. */
export const endonyms: Record<Language, string> = { en: 'English', fa: 'فارسی' };

/** The first language of `wanted` (as in `navigator.languages`) that the interface speaks, else English. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const language = languages.find((known) => known === tag.split('-')[0]?.toLowerCase());
    if (language) return language;
  }
  return 'en';
}

/** Fetches the messages of a language. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'fa' ? (await import('./fa/messages.ts')).fa : (await import('./en/messages.ts')).en;
}

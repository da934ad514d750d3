import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { en } from '../locales/en/messages.ts';
import { type Language, loadMessages } from '../locales/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** Starts the interface in `language`; resolves once its messages are there. */
export async function startLanguage(language: Language): Promise<void> {
  i18next.on('languageChanged', (changed) => {
    document.documentElement.lang = changed;
    document.documentElement.dir = i18next.dir(changed);
  });
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await loadMessages(language) } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

/** Turns the whole interface to `language`. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await loadMessages(language));
  }
  await i18next.changeLanguage(language);
}

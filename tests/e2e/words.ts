import i18next, { type TFunction } from 'i18next';
import { type Language, loadMessages } from '../../client/locales/index.ts';

/** The words of the interface in a language, as its pages say them. */
export async function wordsOf(language: Language): Promise<TFunction> {
  const spoken = i18next.createInstance();
  await spoken.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await loadMessages(language) } },
    interpolation: { escapeValue: false },
  });
  return spoken.t;
}

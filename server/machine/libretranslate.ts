import { member, type Protocol } from './protocol.ts';
import { withAgreed } from './question.ts';

/** LibreTranslate: `POST /translate` (docs.libretranslate.com, "API usage"). It is told nothing but a text, so agreed names and terms
 *  stand in that in English; the rows beside it do not go along. */
export const libretranslate: Protocol = {
  patience: 20_000,
  ask: (question, { key }) => ({
    path: 'translate',
    headers: {},
    body: {
      q: withAgreed(question, (english) => english),
      source: 'fa',
      target: 'en',
      format: 'text',
      ...(key !== null && { api_key: key }),
    },
  }),
  read(answer) {
    const english = member(answer, 'translatedText');
    return typeof english === 'string' ? english : null;
  },
};

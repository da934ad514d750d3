import type { Agreed } from '../../shared/core/machine.ts';
import { member, type Protocol } from './protocol.ts';
import { withAgreed } from './question.ts';

/** DeepL: `POST /v2/translate` (developers.deepl.com, "Translate text"). Agreed names and terms stand in the text in English, in an
 *  element that it leaves as it is; the rows beside it are its context, which it reads and does not translate. */
export const deepl: Protocol = {
  patience: 20_000,
  ask(question, { key }) {
    const context = [question.before, question.after].flatMap((beside: Agreed | null) => beside?.fa ?? []);
    return {
      path: 'v2/translate',
      headers: key === null ? {} : { authorization: `DeepL-Auth-Key ${key}` },
      body: {
        text: [withAgreed(question, (english) => `<k>${escaped(english)}</k>`, escaped)],
        source_lang: 'FA',
        target_lang: 'EN-US',
        tag_handling: 'xml',
        ignore_tags: ['k'],
        split_sentences: '0',
        ...(context.length > 0 && { context: context.join('\n') }),
      },
    };
  },
  read(answer) {
    const english = member(member(member(answer, 'translations'), 0), 'text');
    return typeof english === 'string' ? english.replace(/<\/?k>/gu, '') : null;
  },
  isUsedUp: (status) => status === 456,
};

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

import type { editor as english } from '../en/editor.ts';
import type { Translated } from '../en/messages.ts';

export const editor = {
  name: 'سند: فارسی و انگلیسی، قطعه به قطعه',
  placeholder: 'ترجمه را بنویسید',
  noPersian: 'بی متن فارسی',
  leftOut: 'کنار گذاشته',
  alignment: {
    automatic: 'هم‌ترازی خودکار',
    scored: 'هم‌ترازی خودکار، با {{score}} اطمینان',
    confirmed: 'هم‌ترازی تأییدشده',
    review: 'هم‌ترازی بازبینی می‌خواهد',
  },
  mending: {
    on: 'درست کردن هم‌ترازی. هر کلید به‌تنهایی جمله‌ها را میان قطعه‌ها جابه‌جا می‌کند؛ Escape پایان می‌دهد.',
    off: 'درست کردن هم‌ترازی پایان یافت.',
    writing: 'در حال نوشتن در قطعه. Escape به درست کردن برمی‌گرداند.',
    back: 'بازگشت به درست کردن.',
  },
  source: 'فارسی',
  rendering: 'انگلیسی',
  left: 'از متن بیرون آمدید. با Tab در صفحه بروید؛ کلیک یا Enter روی یک قطعه شما را برمی‌گرداند.',
  splitKeys:
    'واژه‌ای را برگزینید که متن فارسی پیش از آن بریده شود: کلیدهای جهت جابه‌جا می‌کنند، Enter می‌برد (با Shift درست در جای مکان‌نما، میان واژه هم) و Esc دست نمی‌زند.',
  correct: 'فارسیِ این قطعه، برای اصلاح',
  correctKeys:
    'متن فارسی را اصلاح کنید: Enter می‌پذیرد و Esc آن را همان که بود می‌گذارد. Backspace در آغاز بند یا Delete در پایان آن دو بند را به هم می‌پیوندد و Shift+Enter بند تازه‌ای آغاز می‌کند.',
  paragraph: 'بند {{number}}',
  segment: 'قطعهٔ {{number}}، {{state}}',
  words_one: '{{count, number}} واژه',
  words_other: '{{count, number}} واژه',
  characters_one: '{{count, number}} نویسه',
  characters_other: '{{count, number}} نویسه',
  findings_one: '{{count, number}} یافته',
  findings_other: '{{count, number}} یافته',
  splitBefore: 'بریدن پیش از {{word}}',
  boundaryBefore: 'قطعهٔ بعدی با {{word}} آغاز می‌شود',
} satisfies Translated<typeof english>;

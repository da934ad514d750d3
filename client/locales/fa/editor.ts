import type { editor as english } from '../en/editor.ts';
import type { Translated } from '../en/messages.ts';

export const editor = {
  name: 'سند: فارسی و انگلیسی، سطر به سطر',
  placeholder: 'ترجمه را بنویسید',
  source: 'فارسی',
  rendering: 'انگلیسی',
  left: 'از متن بیرون آمدید. با Tab در صفحه بروید؛ کلیک یا Enter روی یک سطر شما را برمی‌گرداند.',
  splitKeys:
    'واژه‌ای را برگزینید که متن فارسی پیش از آن بریده شود: کلیدهای جهت جابه‌جا می‌کنند، Enter می‌برد (با Shift درست در جای مکان‌نما، میان واژه هم) و Esc دست نمی‌زند.',
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

import type { Translated } from '../en/messages.ts';
import type { places as english } from '../en/places.ts';

export const places = {
  title: 'جاهای دیگر «\u2068{{name}}\u2069»',
  none: 'در جای دیگری از پروژه نیامده است.',
  noSubject: 'نخست نامی را نشانه بگذارید، یا مکان‌نما را در یکی از آن‌ها ببرید.',
  unreachable: 'سندهای دیگر اکنون در دسترس نیستند؛ تنها همین سند نشان داده شده است.',
  more_one: '{{count, number}} جای دیگر هم هست؛ نخست این‌ها را نشانه بگذارید.',
  more_other: '{{count, number}} جای دیگر هم هست؛ نخست این‌ها را نشانه بگذارید.',
  unlooked: 'شاید در سندهایی که هنوز جست‌وجو نشده‌اند جاهای دیگری هم باشد؛ نخست این‌ها را نشانه بگذارید.',
  tickAll: 'همه در \u2068{{title}}\u2069',
  tick: '\u2068{{name}}\u2069',
  ticked: '{{shown, number}} از {{count, number}}',
  submit_one: 'نشانه‌گذاری {{count, number}} جا',
  submit_other: 'نشانه‌گذاری {{count, number}} جا',
  done_one: '{{count, number}} جا نشانه‌گذاری شد',
  done_other: '{{count, number}} جا نشانه‌گذاری شد',
  marked_one: '{{count, number}} جا نشانه‌گذاری شد؛ در سندهای دیگر از همین‌جا می‌توان پس گرفت',
  marked_other: '{{count, number}} جا نشانه‌گذاری شد؛ در سندهای دیگر از همین‌جا می‌توان پس گرفت',
} satisfies Translated<typeof english>;

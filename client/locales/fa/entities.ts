import type { entities as english } from '../en/entities.ts';
import type { Translated } from '../en/messages.ts';

export const entities = {
  here: 'در قطعهٔ {{number, number}}',
  waiting: 'در پی نام‌ها…',
  none: 'در این قطعه نامی نشانه‌گذاری یا شناخته نشده است. Alt+E نشانه می‌گذارد.',
  noEnglish: 'هنوز نام انگلیسی ندارد',
  insert: 'نوشتن در جای مکان‌نما',
  goTo: 'رفتن به آن',
  accept: 'پذیرفتن همان‌جا که هست',
  record: 'پروندهٔ «\u2068{{name}}\u2069»',
  all: 'همهٔ نام‌های پروژه',
} satisfies Translated<typeof english>;

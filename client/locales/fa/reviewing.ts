import type { Translated } from '../en/messages.ts';
import type { reviewing as english } from '../en/reviewing.ts';

export const reviewing = {
  title: 'تغییرهای «\u2068{{name}}\u2069»',
  form: 'تغییرهای پروندهٔ بازبینی‌شدهٔ Word',
  changed_one: '{{count, number}} ردیف دگرگون شده است',
  changed_other: '{{count, number}} ردیف دگرگون شده است',
  unchanged_one: '{{count, number}} ردیف همان است که بود',
  unchanged_other: '{{count, number}} ردیف همان است که بود',
  rows: 'ردیف‌های دگرگون‌شده',
  row: 'ردیف {{row}}',
  state: '{{before}} ← {{after}}',
  isContested: 'پس از ساخت پرونده اینجا هم دگرگون شده است',
  contested_one: '{{count, number}} ردیف هم اینجا و هم در پرونده دگرگون شده است',
  contested_other: '{{count, number}} ردیف هم اینجا و هم در پرونده دگرگون شده است',
  keep: 'آنچه اینجاست بماند',
  take: 'آنچه در پرونده است بیاید',
  submit_one: 'آوردن {{count, number}} تغییر',
  submit_other: 'آوردن {{count, number}} تغییر',
  done_one: '{{count, number}} ردیف با بازبینی دگرگون شد.',
  done_other: '{{count, number}} ردیف با بازبینی دگرگون شد.',
  undone: 'بازبینی برگردانده شد.',
  partUndone: 'بازبینی، جز آنجا که کسی پس از آن چیزی را تغییر داده، برگردانده شد.',
} satisfies Translated<typeof english>;

import type { columns as english } from '../en/columns.ts';
import type { Translated } from '../en/messages.ts';

export const columns = {
  title: 'ستون‌های جدول',
  hint: 'بگویید هر ستون چه دارد؛ آنچه برداشته نمی‌شود در پرونده می‌ماند.',
  header: 'ردیف نخست نام ستون‌هاست',
  of: 'ستون {{number, number}}',
  none: 'برداشته نشود',
  names: {
    document: 'سند',
    title: 'عنوان',
    version: 'نسخه',
    segment: 'شناسهٔ قطعه',
    paragraph: 'بند',
    statement: 'گفته',
    kind: 'نوع',
    fa: 'فارسی',
    en: 'انگلیسی',
    state: 'وضعیت',
    origin: 'خاستگاه',
    from: 'از (جایگاه)',
    to: 'تا (جایگاه)',
  },
} satisfies Translated<typeof english>;

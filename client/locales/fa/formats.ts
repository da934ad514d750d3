import type { formats as english } from '../en/formats.ts';
import type { Translated } from '../en/messages.ts';

export const formats = {
  title: 'قالب‌ها',
  note: 'هر قالب چه می‌خواهد و چه در آن جا نمی‌گیرد. آنچه جا نگیرد هنگام برون‌بری شمرده می‌شود.',
  out: 'برون',
  in: 'درون',
  group: {
    translation: 'برای مترجمان',
    tables: 'جدول‌ها و بازبینی',
    reading: 'برای خواندن',
    training: 'برای آموزش مدل و هم‌ترازی',
    names: 'برای نشانه‌گذاران',
    terms: 'اصطلاح‌ها و موجودیت‌ها',
  },
  standard: 'استاندارد',
  names: 'نام در خط فرمان',
  demands: 'می‌خواهد',
  unheld: 'در آن جا نمی‌گیرد',
  nothing: 'هیچ چیز از دست نمی‌رود.',
  encoding: 'کدگذاری',
  escapes: 'گریزها',
  ids: 'شناسه‌ها',
  language: 'زبان و جهت',
  about: 'دربارهٔ این قالب',
  all: 'همهٔ قالب‌ها',
} satisfies Translated<typeof english>;

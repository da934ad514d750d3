import type { mention as english } from '../en/mention.ts';
import type { Translated } from '../en.ts';

export const mention = {
  keys: 'کلیدهای جهت واژه را برمی‌گزینند، با Shift بیشتر، با Alt حرف‌به‌حرف (Home و End: کدام سر). کلید هر برچسب نشانه می‌گذارد، Space نشانهٔ همین‌جا را می‌گیرد، Enter آن را باز می‌کند، Tab به سوی دیگر می‌رود، Escape بیرون می‌آید.',
  mention: 'با برچسب {{label}}',
  marked: 'با برچسب {{label}} نشانه‌گذاری شد',
  linked: 'نشانه اکنون اینجاست',
  unlinked: 'از این سو برداشته شد',
  unmarked: 'نشانه پاک شد',
  menu: 'نشانه‌گذاری «{{text}}»',
  filter: 'جستن برچسب',
  here: 'نشانه‌های اینجا، از درون به بیرون',
  waiting: 'پیوند با',
  unlinkSource: 'برداشتن از فارسی',
  unlinkRendering: 'برداشتن از انگلیسی',
  remove: 'پاک‌کردن نشانه',
  noLabel: 'برچسبی با این نام نیست.',
} satisfies Translated<typeof english>;

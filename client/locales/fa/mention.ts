import type { mention as english } from '../en/mention.ts';
import type { Translated } from '../en/messages.ts';

export const mention = {
  keys: 'کلیدهای جهت واژه را برمی‌گزینند، با Shift بیشتر، با Alt حرف‌به‌حرف (Home و End: کدام سر). کلید هر برچسب نشانه می‌گذارد (با Shift یکی دیگر)، رقم می‌گوید کدام نام است (۰: نامی تازه) یا آن را با سوی دیگر پیوند می‌زند، Space نشانهٔ همین‌جا را می‌گیرد، Enter آن را باز می‌کند، Tab به سوی دیگر می‌رود، Escape بیرون می‌آید.',
  mention: 'با برچسب {{label}}',
  marked: 'با برچسب {{label}} نشانه‌گذاری شد',
  linked: 'نشانه اکنون اینجاست',
  unlinked: 'از این سو برداشته شد',
  unmarked: 'نشانه پاک شد',
  joins: '۱ آن را با «\u2068{{name}}\u2069» پیوند می‌زند',
  join: 'همان «\u2068{{name}}\u2069» است: پیوند زدن',
  narrow: 'فقط حرف‌های «\u2068{{text}}\u2069»',
  menu: 'نشانه‌گذاری «{{text}}»',
  filter: 'جستن برچسب',
  here: 'نشانه‌های اینجا، از درون به بیرون',
  waiting: 'پیوند با',
  unlinkSource: 'برداشتن از فارسی',
  unlinkRendering: 'برداشتن از انگلیسی',
  remove: 'پاک‌کردن نشانه',
  noLabel: 'برچسبی با این نام نیست.',
  meant: 'به نامِ دفتر پیوند خورد',
  entities: 'کدام است؟',
  begin: 'نام تازه «\u2068{{name}}\u2069»',
  isEntity: '«\u2068{{name}}\u2069» است',
  because: { name: 'همان نام', wikidata: 'همان شناسهٔ ویکی‌داده', sound: 'هم‌آوا' },
  repeats_one: '{{count, number}} جای دیگر: دیدن آن',
  repeats_other: '{{count, number}} جای دیگر: دیدن آن‌ها',
} satisfies Translated<typeof english>;

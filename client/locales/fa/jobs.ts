import type { jobs as english } from '../en/jobs.ts';
import type { Translated } from '../en/messages.ts';

export const jobs = {
  doing: {
    pair: 'هم‌ترازی «\u2068{{name}}\u2069»',
    english: 'آوردن انگلیسی «\u2068{{name}}\u2069»',
    corpus: 'آوردن \u2068{{name}}\u2069',
    merge: 'یکی کردن «\u2068{{name}}\u2069» با «\u2068{{other}}\u2069»',
    remove: 'حذف «\u2068{{name}}\u2069»',
    split: 'بردن موردها از «\u2068{{name}}\u2069» به «\u2068{{other}}\u2069»',
    rename: 'تغییر نام «\u2068{{name}}\u2069» به «\u2068{{other}}\u2069»',
    mark: 'نشان زدن نام‌ها در سندهای دیگر',
    link: 'تغییر پیوندها',
    analysis: 'شمردن آنچه باید ترجمه شود',
    propagate: 'آوردن همان ترجمه در جاهای دیگر',
    pretranslate: 'پر کردن از حافظه‌ها',
    replace: 'نوشتن «\u2068{{other}}\u2069» به جای «\u2068{{name}}\u2069»',
    memory: 'خواندن حافظهٔ «\u2068{{name}}\u2069»',
    release: 'ساختن انتشار «\u2068{{name}}\u2069»',
    other: 'کاری در جریان است',
  },
  unnamed: 'متنی چسبانده',
  back: 'در حال پس گرفتن: {{what}}',
  parts: '{{done, number}} از {{count, number}}',
  share: '{{share, number(style: percent)}}',
  more_one: 'و {{count, number}} کار دیگر',
  more_other: 'و {{count, number}} کار دیگر',
  stop: 'توقف و پس گرفتن آنچه انجام شده',
  stopThis: 'توقف: {{what}}',
} satisfies Translated<typeof english>;

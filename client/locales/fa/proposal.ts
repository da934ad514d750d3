import type { Translated } from '../en/messages.ts';
import type { proposal as english } from '../en/proposal.ts';

export const proposal = {
  said: 'پیشنهاد با برچسب {{label}}؛ Tab می‌پذیرد، Delete رد می‌کند، Escape بیرون می‌آید',
  rejected: 'رد شد؛ دیگر پیشنهاد نمی‌شود',
  because: '{{reason}} · {{score, number(style: percent)}}',
  reason: {
    registry: 'دفتر نام‌ها',
    earlier: 'نشان‌دار پیشین',
    gazetteer: 'نام‌نامه',
    number: 'همان عدد',
    date: 'همان تاریخ',
    acronym: 'سرواژه',
    sound: 'هم‌آوا',
    links: 'واژه‌های پیوندخورده',
    words: 'واژه‌های آشنا',
    stored: 'همراه متن آمده',
  },
  accept: 'پذیرفتن «\u2068{{name}}\u2069»',
  reject: 'رد',
  leave: 'بیرون آمدن',
  next: 'پیشنهاد بعدی',
  acceptName: 'پذیرفتن «\u2068{{name}}\u2069»',
  rejectName: 'رد کردن «\u2068{{name}}\u2069»',
  on: 'نام‌ها پیشنهاد می‌شوند',
  off: 'دیگر نامی پیشنهاد نمی‌شود',
  again_one: '{{count, number}} مورد در اینجا رد شده: دوباره پیشنهاد شود',
  again_other: '{{count, number}} مورد در اینجا رد شده: دوباره پیشنهاد شوند',
  all: {
    title: 'پذیرفتن پیشنهادهای مطمئن',
    none: 'پیشنهادی با بیش از {{score, number(style: percent)}} نیست.',
    searching: 'سند بررسی می‌شود…',
    submit_one: 'پذیرفتن {{count, number}} مورد',
    submit_other: 'پذیرفتن {{count, number}} مورد',
    done_one: '{{count, number}} پیشنهاد پذیرفته شد',
    done_other: '{{count, number}} پیشنهاد پذیرفته شد',
  },
} satisfies Translated<typeof english>;

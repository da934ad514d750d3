import { faultMessages } from '../../../shared/core/faults.ts';
import type { app as english } from '../en/app.ts';
import type { Translated } from '../en/messages.ts';
import { faults } from './faults.ts';

export const app = {
  name: 'ردیف',
  library: 'کتابخانه',
  skip: 'رفتن به متن',
  breadcrumb: 'جای شما',
  layer: 'منوها و پیام‌ها',
  settings: 'تنظیمات',
  colorScheme: { label: 'رنگ‌ها', auto: 'مانند سیستم', light: 'روشن', dark: 'تیره' },
  loading: 'در حال بارگذاری…',
  close: 'بستن',
  cancel: 'انصراف',
  undo: 'پس گرفتن',
  pasteCut: 'در این کادر {{limit, number}} نویسه جا می‌شود: پایان آنچه چسباندید کنار گذاشته شد.',
  retry: 'تلاش دوباره',
  trouble: {
    offline: 'سرور پاسخ نمی‌دهد.',
    offlineRemedy: 'آن را با «npm start» راه بیندازید. به محض بازگشت سرور، این صفحه ادامه می‌یابد.',
    signedOut: 'این مرورگر وارد نشده است.',
    signedOutRemedy: 'پیوندی را باز کنید که سرور هنگام شروع نشان داد؛ کلید ورود در آن است.',
    forbidden: 'سرور درخواستی از این نشانی نمی‌پذیرد.',
    forbiddenRemedy: 'ردیف را با نشانی‌ای باز کنید که سرور می‌شناسد؛ پشت پروکسی، RADIF_ORIGIN آن را می‌گوید.',
    tooLarge: 'این بیش از آن بود که سرور یک‌جا می‌پذیرد.',
    tooLargeRemedy: 'کمتر یا در چند بخش بفرستید. شاید حد پروکسی از حد سرور هم پایین‌تر باشد.',
    busy: 'در زمانی کوتاه درخواست‌های زیادی به سرور رسید.',
    busyRemedy: 'یک دقیقه صبر کنید و دوباره بکوشید.',
    ...faultMessages(faults),
    broken: 'سرور در این کار به خطا برخورد.',
    brokenRemedy: 'گزارش سرور دلیلش را می‌گوید. آنچه نوشته‌اید تا فرستاده شدن روی همین دستگاه می‌ماند.',
    missing: 'اینجا چیزی نیست.',
    missingRemedy: 'شاید جابه‌جا شده یا هرگز نبوده است. کتابخانه هر چه را هست نشان می‌دهد.',
    other: 'خطایی رخ داد.',
  },
  notFound: { title: 'پیدا نشد', text: 'هیچ صفحه‌ای این نشانی را ندارد.', remedy: 'رفتن به کتابخانه' },
} satisfies Translated<typeof english>;

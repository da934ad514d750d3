import type { app as english } from '../en/app.ts';
import type { Translated } from '../en/messages.ts';

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
  undo: 'برگرداندن',
  retry: 'تلاش دوباره',
  trouble: {
    offline: 'سرور پاسخ نمی‌دهد.',
    offlineRemedy: 'آن را با «npm start» راه بیندازید. به محض بازگشت سرور، این صفحه ادامه می‌یابد.',
    signedOut: 'این مرورگر وارد نشده است.',
    signedOutRemedy: 'پیوندی را باز کنید که سرور هنگام شروع نشان داد؛ کلید ورود در آن است.',
    missing: 'اینجا چیزی نیست.',
    missingRemedy: 'شاید جابه‌جا شده یا هرگز نبوده است. کتابخانه هر چه را هست نشان می‌دهد.',
    other: 'خطایی رخ داد.',
  },
  notFound: { title: 'پیدا نشد', text: 'هیچ صفحه‌ای این نشانی را ندارد.', remedy: 'رفتن به کتابخانه' },
} satisfies Translated<typeof english>;

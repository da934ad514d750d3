import type { Translated } from '../en/messages.ts';
import type { settings as english } from '../en/settings.ts';

export const settings = {
  title: 'تنظیمات',
  note: 'تنظیمات در همین مرورگر می‌ماند.',
  language: 'زبان رابط',
  languageNote: 'متن‌ها زبان و جهت خودشان را نگه می‌دارند.',
  person: 'نام شما',
  personNote: 'کسانی که همان سند را باز دارند آن را در جای مکان‌نمای شما می‌بینند.',
  colors: 'رنگ‌ها',
  sides: 'دو سوی محور',
  side: { 'persian-left': 'فارسی چپ، انگلیسی راست', 'persian-right': 'انگلیسی چپ، فارسی راست' },
  sidesNote: 'وقتی فارسی در چپ باشد، هر دو متن از محور آغاز می‌شوند.',
  textSize: 'اندازهٔ متن‌ها',
  size: { small: 'کوچک', normal: 'معمولی', large: 'بزرگ', larger: 'بزرگ‌تر' },
  sample: { persian: 'کشور روسیه شریک بسیار مهمی برای ما است.', english: 'Russia is a very important partner for us.' },
  keys: {
    title: 'کلیدها',
    note: 'کلیدی را برگزینید و کلید تازه را فشار دهید. Backspace کلید را برمی‌دارد و Escape آن را همان‌گونه می‌گذارد.',
    command: 'فرمان',
    key: 'کلید',
    change: 'تغییر کلید «{{command}}»',
    none: 'بی کلید',
    press: 'کلید تازه را فشار دهید',
    reset: 'بازنشانی',
    resetOne: 'بازگرداندن کلید خود «{{command}}»',
    resetAll: 'بازنشانی همهٔ کلیدها',
    refused: {
      taken: '\u2066{{key}}\u2069 از آنِ «{{command}}» است. نخست آن را تغییر دهید یا کلید دیگری فشار دهید.',
      browser: '\u2066{{key}}\u2069 از آنِ مرورگر است و شاید به اینجا نرسد. کلید دیگری فشار دهید.',
      textField: '\u2066{{key}}\u2069 از آنِ هر کادر متن است. کلید دیگری فشار دهید.',
      typesText: '\u2066{{key}}\u2069 به‌تنهایی متن می‌نویسد. Ctrl یا Alt را هم نگه دارید.',
      typesTextMac: '\u2066{{key}}\u2069 به‌تنهایی متن می‌نویسد. ⌘ یا ⌥ را هم نگه دارید.',
    },
  },
} satisfies Translated<typeof english>;
